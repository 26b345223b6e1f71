import type { Problem } from '../../api/problem.ts'
import type { Counting } from './plurals.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInSpanish(problem: Problem, { number, counted }: Counting<'es'>): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? 'Aquí no hay ningún artículo con ese nombre. Comprueba la dirección.'
        : 'Ya no está aquí. Recarga la página para ver lo que hay.'
    case 'invalid':
      // Servers say it in English.
      return `${fieldName(problem.field)} no se ha aceptado. El servidor dice: «${problem.reason}». Corrígelo y vuelve a intentarlo.`
    case 'too-long':
      return `Tiene ${number(problem.length)} caracteres, y se permiten como máximo ${number(problem.limit)}. Acórtalo y vuelve a publicarlo.`
    case 'too-large':
      return 'Es demasiado grande para enviarlo. Acórtalo o publícalo por partes.'
    case 'discussion-closed':
      return 'Entretanto se han cerrado los comentarios. Tu texto se queda aquí, para copiarlo.'
    case 'parent-gone':
      return 'El comentario al que respondes ya no existe. Tu texto se queda aquí, para copiarlo o publicarlo como comentario.'
    case 'depth-exceeded':
      return `Aquí las respuestas llegan hasta el nivel ${number(problem.maxDepth)}. Responde al comentario anterior.`
    case 'duplicate':
      return 'Publicaste aquí el mismo texto hace un momento.'
    case 'idempotency-key-reused':
      return 'El texto cambió mientras se enviaba. Vuelve a publicarlo.'
    case 'changed':
      return 'Entretanto el comentario ha cambiado, quizá en otra pestaña. Mira cómo está ahora y vuelve a intentarlo.'
    case 'edit-window-over':
      return 'Ya no se puede cambiar: se acabó el plazo. Se queda como está.'
    case 'forbidden':
      return problem.resource === 'comment'
        ? 'Un comentario solo se puede cambiar desde el navegador con el que se publicó.'
        : 'Aquí todavía no hay comentarios, y esta página no puede abrirlos. Quien la gestiona puede pedir que se cambie.'
    case 'rate-limited':
      return `Se ha publicado demasiado en poco tiempo. Vuelve a intentarlo dentro de ${counted(Math.ceil(problem.retryAfter), { one: '# segundo', many: '# de segundos', other: '# segundos' })}.`
    case 'unavailable':
      return 'Soundoff no puede responder en este momento. Vuelve a intentarlo enseguida.'
    case 'unreachable':
      return 'No se ha podido conectar con Soundoff. Comprueba tu conexión y vuelve a intentarlo.'
    case 'timed-out':
      return 'Soundoff ha tardado demasiado en responder. Vuelve a intentarlo.'
    case 'unexpected-answer':
      return 'Lo que ha respondido no es Soundoff. Comprueba tu conexión (quizá la red pide iniciar sesión) y vuelve a intentarlo.'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return 'Esto'
    case 'author.name':
      return 'El nombre'
    case 'body':
    case 'words':
      return 'El texto'
    default:
      return `«${field}»`
  }
}
