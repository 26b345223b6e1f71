const themed = document.getElementById('themed')

document.getElementById('choices').addEventListener('input', ({ target: { name, value } }) => {
  if (name === 'accent') themed.style.setProperty('--soundoff-accent', value)
  else themed.setAttribute(name, value)
})

document.getElementById('load').addEventListener('click', ({ currentTarget }) => {
  document.getElementById('later').load()
  currentTarget.parentElement.remove()
})

const log = document.getElementById('log')
for (const name of ['ready', 'count', 'posted', 'failed', 'draft', 'navigate']) {
  document.addEventListener(`soundoff:${name}`, ({ type, detail }) => {
    const line = document.createElement('li')
    line.textContent = `${type} ${JSON.stringify(detail)}`
    log.append(line)
  })
}
