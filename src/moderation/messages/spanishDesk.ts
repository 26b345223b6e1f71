import type { HoldReason } from '../../domain/comment.ts'
import { countingIn } from '../../ui/messages/plurals.ts'
import type { DeskWords } from './englishDesk.ts'

/** Every text that only moderators meet, in Spanish. */
export function spanishDeskIn(locale: string): DeskWords {
  const { number, counted } = countingIn<'es'>(locale)
  const waiting = (count: number) => `Quedan por decidir: ${number(count)}.`
  return {
    moderation: 'Moderación',
    notHere:
      'Aquí no hay nada que moderar: esta página guarda sus comentarios solo en tu navegador. Donde Soundoff funciona en un servidor, la moderación trabaja en esta dirección.',

    signIn: 'Entrar',
    token: 'Clave de moderación',
    tokenFrom:
      'Quien gestiona este servidor da una clave a cada persona que modera, con el ajuste SOUNDOFF_MODERATORS. Esta pestaña la guarda hasta que salgas o la cierres.',
    tokenMissing: 'Escribe primero tu clave.',
    tokenWrong:
      'Nadie que modere aquí tiene esta clave. Comprueba que esté completa o pregunta a quien gestiona el servidor.',
    tokenRefused: 'Tu clave ya no se acepta. Entra de nuevo para continuar; lo que escribiste se conserva.',
    signingIn: 'Entrando…',
    notSignedIn: (reason) => `No has entrado. ${reason}`,
    signOut: 'Salir',

    waitingTab: (count) => `En espera (${number(count)})`,
    logTab: 'Registro',
    waiting: (count) =>
      count === 0
        ? 'No hay nada en espera'
        : counted(count, {
            one: '# comentario en espera',
            many: '# de comentarios en espera',
            other: '# comentarios en espera',
          }),
    whatComes: 'Aquí llegan los comentarios retenidos y los denunciados. No hace falta recargar la página.',
    loadingQueue: 'Cargando lo que está en espera…',
    queueFailed: (reason) => `No se ha podido cargar lo que está en espera. ${reason}`,
    showNew: (count) => `Mostrar los nuevos: ${number(count)}`,
    newWaiting: (count) =>
      counted(count, {
        one: '# comentario nuevo en espera',
        many: '# de comentarios nuevos en espera',
        other: '# comentarios nuevos en espera',
      }),
    showMore: 'Mostrar más',
    moreShown: (count) => `Se muestran ${number(count)} más`,

    waitingComment: (name, title) => `Comentario de ${name} en ${title}`,
    onPage: 'En la página',
    waitingSince: 'En espera desde',
    held: (reason: HoldReason) => {
      switch (reason) {
        case 'links':
          return 'Retenido: tiene muchas direcciones web.'
        case 'words':
          return 'Retenido: tiene palabras que aquí se miran antes.'
        case 'check':
          return 'Retenido: lo pidió una comprobación automática.'
        case 'trap':
          return 'Retenido: se rellenó un campo que debe quedar vacío.'
        case 'haste':
          return 'Retenido: se envió muy poco después de abrir la página.'
      }
    },
    reported: (count) => counted(count, { one: '# denuncia', many: '# de denuncias', other: '# denuncias' }),
    moreReports: (count) =>
      `y ${counted(count, { one: '# denuncia más', many: '# de denuncias más', other: '# denuncias más' })}`,
    answers: (name) => `Responde a ${name}`,
    answersGone: 'Responde a un comentario que ya no existe',
    discussionClosed: 'Los comentarios de esta página están cerrados.',

    approve: 'Aprobar',
    reject: 'Rechazar',
    delete: 'Eliminar',
    closeDiscussion: 'Cerrar los comentarios',
    reopenDiscussion: 'Reabrir los comentarios',
    deciding: 'Enviando…',
    rejecting: (name) => `Rechazar el comentario de ${name}`,
    reason: 'Motivo',
    reasonNote: 'Queda en el registro; quienes leen no lo ven.',
    reasonFaults: {
      empty: 'Escribe por qué se rechaza.',
      'too-long': (limit) =>
        `Un motivo tiene como máximo ${counted(limit, { one: '# carácter', many: '# de caracteres', other: '# caracteres' })}. Acórtalo.`,
      'unreadable-characters': 'Este motivo tiene caracteres que no se pueden mostrar. Escríbelo de nuevo.',
    },
    rejectForThis: 'Rechazar por este motivo',

    did: {
      approve: 'Aprobado',
      reject: 'Rechazado',
      delete: 'Eliminado',
      close: 'Comentarios cerrados',
      reopen: 'Comentarios reabiertos',
      undo: 'Deshecho',
    },
    result: (did, count) => `${did}. Se puede deshacer. ${waiting(count)}`,
    nothingDone: 'Aún no hay decisiones.',
    didTo: (did, what) => `${did}, ${what}`,
    undone: (count) => `Deshecho. ${waiting(count)}`,
    undo: 'Deshacer',
    undoing: 'Deshaciendo…',
    nothingToUndo: 'Aquí no hay nada que deshacer. Lo anterior está en el registro.',

    notDecided: (reason) => `No se ha decidido nada. ${reason}`,
    notUndone: (reason) => `No se ha deshecho nada. ${reason}`,
    changed: 'Entretanto el comentario ha cambiado. Aquí está como es ahora: míralo y decide de nuevo.',
    undoOvertaken: 'Desde entonces se hizo otra cosa, o quien lo escribió lo ha cambiado.',
    decidedElsewhere: (name) => `Otra persona ya ha decidido sobre el comentario de ${name}, o ya no existe.`,
    closedElsewhere: 'Otra persona ya ha cerrado estos comentarios.',
    reopenedElsewhere: 'Otra persona ya ha reabierto estos comentarios.',
    gone: 'Ya no existe.',
    tooOften: (seconds) =>
      `Se ha pedido demasiado en poco tiempo. Vuelve a intentarlo dentro de ${counted(seconds, { one: '# segundo', many: '# de segundos', other: '# segundos' })}.`,

    keys: 'Teclas',
    keysExplained: 'Estas teclas funcionan mientras el foco está en la lista de lo que espera.',
    keyActions: {
      next: 'Comentario siguiente',
      previous: 'Comentario anterior',
      approve: 'Aprobar',
      reject: 'Rechazar, con un motivo',
      delete: 'Eliminar',
      undo: 'Deshacer la última decisión',
      help: 'Esta ayuda',
    },
    close: 'Cerrar',

    log: 'Lo que hizo la moderación, lo más nuevo primero',
    emptyLog: 'Todavía no se ha hecho nada',
    loadingLog: 'Cargando el registro…',
    logFailed: (reason) => `No se ha podido cargar el registro. ${reason}`,
    logged: {
      approve: (name) => `${name} aprobó un comentario`,
      reject: (name) => `${name} rechazó un comentario`,
      delete: (name) => `${name} eliminó un comentario`,
      close: (name) => `${name} cerró los comentarios de una página`,
      reopen: (name) => `${name} reabrió los comentarios de una página`,
      undo: (name) => `${name} deshizo lo hecho`,
    },
    wasUndone: 'Deshecho después',
    erased: 'Quien lo escribió ha borrado el texto.',
    forReason: (reason) => `Motivo: ${reason}`,
  }
}
