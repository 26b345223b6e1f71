import { execFileSync } from 'node:child_process'
import { buildForNode } from './buildForNode.ts'

/* `npm run bench` measures the parser and the page; `npm run bench -- parse` and `npm run bench -- page` one of them. */
const [subject] = process.argv.slice(2)

if (subject !== 'page') {
  execFileSync(process.execPath, [buildForNode('tests/bench/parse.bench.ts')], { stdio: 'inherit' })
}
if (subject !== 'parse') {
  const { measurePage } = await import('./page.bench.ts')
  await measurePage()
}
