import type { Messages } from './english.ts'
import { explainInSpanish } from './explainInSpanish.ts'
import { countingIn, type Forms } from './plurals.ts'

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic']

const responses = { one: '# comentario', many: '# de comentarios', other: '# comentarios' }
const replies = { one: '# respuesta', many: '# de respuestas', other: '# respuestas' }
const moreReplies = { one: '# respuesta más', many: '# de respuestas más', other: '# respuestas más' }
const characters = { one: '# carácter', many: '# de caracteres', other: '# caracteres' }

/** Every text that a reader of Spanish meets, but for those of writing. A thread is a «hilo». */
export function spanishIn(locale: string): Messages {
  const { number, counted } = countingIn<'es'>(locale)
  const upTo = (limit: number) => `como máximo ${counted(limit, characters)}`
  return {
    locale,

    skipToDiscussion: 'Ir a los comentarios',
    byline: (name) => `Por ${name}`,
    datelineOriginal: (text) => `Original: ${text}`,
    loadingArticle: 'Cargando el artículo',
    loadingDiscussion: 'Cargando los comentarios',
    needsScript:
      'JavaScript está desactivado. Hace falta para escribir, plegar hilos y ver los comentarios que no están en esta página.',

    theme: 'Tema',
    themes: { auto: 'Sistema', light: 'Claro', dark: 'Oscuro' },

    discussion: 'Comentarios',
    responses: (count) => (count === 0 ? 'Aún no hay comentarios' : counted(count, responses)),
    responsesHere: (declared, imported, posted) => {
      const ofThem = imported <= declared ? ' de ellos' : ''
      const here = `${number(imported)}${ofThem} ${imported === 1 ? 'está' : 'están'} aquí`
      if (posted === 0) return here
      const since: Forms<'es'> = {
        one: '# más se publicó después',
        many: '# más se publicaron después',
        other: '# más se publicaron después',
      }
      return `${here}, y ${counted(posted, since)}`
    },
    beFirst: 'Sé la primera persona en comentar.',
    closed: 'Los comentarios están cerrados: se pueden leer, pero ya no se puede participar.',
    search: 'Buscar en los comentarios',
    sortBy: 'Ordenar por',
    orders: { newest: 'Más recientes', oldest: 'Más antiguos', replies: 'Más respuestas' },
    sorted: (order) => `Orden: ${order}`,
    collapseAll: 'Plegar todo',
    expandAll: 'Desplegar todo',
    allCollapsed: 'Todos los hilos plegados',
    allExpanded: 'Todos los hilos desplegados',
    showMoreThreads: 'Ver más hilos',
    showMoreReplies: (count) => `Ver ${counted(count, moreReplies)}`,
    moreThreadsShown: (count) =>
      counted(count, {
        one: 'Se muestra # hilo más',
        many: 'Se muestran # de hilos más',
        other: 'Se muestran # hilos más',
      }),
    moreRepliesShown: (count) =>
      `${count === 1 ? 'Se muestra' : 'Se muestran'} ${counted(count, moreReplies)}`,
    loadingMore: 'Cargando…',
    newReplies: (count) => ({
      short: counted(count, { one: '# nueva', many: '# nuevas', other: '# nuevas' }),
      rest: counted(count, { one: 'respuesta', many: 'respuestas', other: 'respuestas' }),
    }),
    showNewReplies: (name, count) =>
      `Ver ${counted(count, { one: '# respuesta nueva', many: '# de respuestas nuevas', other: '# respuestas nuevas' })} a ${name}`,

    nameless: 'alguien',
    commentBy: (name) => `Comentario de ${name}`,
    replyBy: (name, to) => `Respuesta de ${name} a ${to}`,
    to: (name) => `a ${name}`,
    new: 'Nuevo',
    newComment: (label) => `${label}, nuevo`,
    newBelow: (count) => `, ${counted(count, { one: '# nueva', many: '# nuevas', other: '# nuevas' })}`,
    noText: 'Este comentario no tiene texto.',
    deleted: 'Este comentario se ha eliminado.',
    rejected: 'La moderación ha retirado este comentario.',
    moreActions: (name) => `Más acciones para el comentario de ${name}`,
    edited: 'editado',
    replies: (count) => counted(count, replies),
    collapseThread: (name) => `Plegar el hilo de ${name}`,
    expandThread: (name, count) => `Desplegar el hilo de ${name}, ${counted(count, replies)}`,
    threadCollapsed: 'Hilo plegado',
    threadExpanded: 'Hilo desplegado',
    collapse: 'Plegar',
    reply: 'Responder',
    replyTo: (name) => `Responder a ${name}`,
    justNow: 'ahora mismo',
    inUtc: (instant) => {
      const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
      return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}, ${instant.slice(11, 16)} UTC`
    },

    postComment: 'Escribe un comentario',
    name: 'Nombre',
    comment: 'Comentario',
    yourReply: 'Tu respuesta',
    post: 'Publicar comentario',
    postReply: 'Publicar respuesta',
    cancel: 'Cancelar',
    postingAs: (name) => `Publicas como ${name}`,
    changeName: 'Cambiar nombre',
    sendKeys: (key) => `${key}+Intro para publicar`,
    rules: 'Normas de participación',
    draftKept: 'Tu borrador se guarda hasta que lo publiques.',
    draftNotKept: 'Este navegador no ha podido guardar tu texto: se perderá si sales de esta página.',
    charactersLeft: (count) =>
      count < 0
        ? counted(-count, {
            one: 'Sobra # carácter',
            many: 'Sobran # de caracteres',
            other: 'Sobran # caracteres',
          })
        : counted(count, {
            one: 'Queda # carácter',
            many: 'Quedan # de caracteres',
            other: 'Quedan # caracteres',
          }),
    sending: 'Enviando…',
    draft: 'borrador',
    nameFaults: {
      empty: 'Escribe tu nombre, o cómo quieres que te llamen.',
      'too-long': (limit) => `Un nombre puede tener ${upTo(limit)}. Acórtalo.`,
      'unreadable-characters':
        'Este nombre contiene caracteres que no se pueden mostrar. Vuelve a escribirlo.',
    },
    bodyFaults: {
      empty: 'Primero escribe algo.',
      'too-long': (limit) => `Un comentario puede tener ${upTo(limit)}. Acórtalo o publícalo por partes.`,
      'unreadable-characters':
        'Este texto contiene caracteres que no se pueden mostrar. Borra lo último que pegaste o vuelve a escribirlo.',
    },

    tryAgain: 'Reintentar',
    reload: 'Recargar',
    broken:
      'Aquí se ha producido un error y los comentarios se han detenido. Lo que escribiste está a salvo.',
    partMissing:
      'Una parte de esta página aún no se ha podido cargar. Si no llega, recarga; lo que escribiste está a salvo.',
    articleMissing: 'Artículo no encontrado',
    goToStart: 'Ir a la portada',
    articleFailed: (reason) => `No se ha podido cargar el artículo. ${reason}`,
    discussionFailed: (reason) => `No se han podido cargar los comentarios. ${reason}`,
    orderFailed: (reason) => `No se han podido ordenar los hilos de esta manera. ${reason}`,
    moreFailed: (reason) => `No se ha podido cargar más. ${reason}`,
    explain: (problem) => explainInSpanish(problem, { number, counted }),
  }
}
