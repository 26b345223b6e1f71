import type { WritingMessages } from './englishWriting.ts'
import type { Counting } from './plurals.ts'

/** Every text that only those meet who do more than read and fold. */
export function spanishWritingIn({ counted }: Counting<'es'>): WritingMessages {
  return {
    checking: 'Enviando… Comprobando si ha llegado.',
    held: 'En revisión',
    heldFor: (reason) => {
      switch (reason) {
        case 'links':
          return 'Solo tú ves este comentario hasta que alguien lo revise: contiene muchas direcciones web.'
        case 'words':
          return 'Solo tú ves este comentario hasta que alguien lo revise: contiene palabras que aquí se revisan antes.'
        case 'check':
          return 'Solo tú ves este comentario hasta que alguien lo revise: lo ha pedido un control automático.'
        case 'trap':
          return 'Solo tú ves este comentario hasta que alguien lo revise: se rellenó un campo que debe quedar vacío.'
        case 'haste':
          return 'Solo tú ves este comentario hasta que alguien lo revise: se envió muy poco después de abrir la página.'
        case null:
          return 'Solo tú ves este comentario hasta que alguien lo revise.'
      }
    },
    waitingForNetwork: 'Esperando conexión. Se publicará cuando vuelvas a tener red.',
    commentPosted: 'Comentario publicado',
    replyPosted: 'Respuesta publicada',
    notPosted: (reason) => `No se ha publicado. ${reason}`,
    perhapsNotPosted: (reason, isAsSent) =>
      `Por lo que se sabe, no se ha publicado. ${reason}${isAsSent ? ' No puede salir dos veces.' : ''}`,
    seeExisting: 'Ver el comentario',
    triedAgain: 'Se vuelve a intentar automáticamente.',
    earlierTextPosted:
      'No se ha publicado. Lo que enviaste antes sí llegó a publicarse. Tu texto actual se queda aquí, para publicarlo o descartarlo.',
    takeBack: 'Recuperar y editar',
    leaveEmpty: 'Deja esto vacío',
    nowClosed: 'Se han cerrado los comentarios.',
    nowOpen: 'Se han vuelto a abrir los comentarios.',
    keptThoughClosed: 'Lo que habías empezado aquí se conserva para copiarlo, pero ya no se puede publicar.',
    keptDraft: 'Lo que habías empezado a escribir aquí se conserva, para copiarlo.',
    edit: 'Editar',
    deleteComment: 'Eliminar',
    editableUntil: (time) => `Hasta las ${time}, en este navegador, mientras no se borren sus datos.`,
    noLongerEditable: 'Ya no se puede editar ni eliminar.',
    editComment: 'Edita tu comentario',
    yourText: 'Tu texto',
    save: 'Guardar',
    saving: 'Guardando…',
    notSaved: (reason) => `No se ha guardado. ${reason}`,
    commentEdited: 'Comentario editado',
    asItIsNow: 'El comentario tal como está ahora',
    saveMine: 'Poner mi texto en su lugar',
    keepNewer: 'Dejarlo como está',
    willBeDeleted: 'El comentario se eliminará en unos segundos.',
    deleting: 'Eliminando…',
    deletionUndone: 'El comentario se queda',
    commentDeleted: 'Comentario eliminado',
    notDeleted: (reason) => `No se ha eliminado. ${reason}`,
    commentNotDeleted: (reason) => `Uno de tus comentarios no se ha eliminado. ${reason}`,
    keepComment: 'Conservarlo',
    report: 'Denunciar',
    reportOf: (name) => `Denunciar el comentario de ${name}`,
    reportReason: 'Motivo',
    reportReasons: {
      spam: 'Publicidad no deseada',
      abuse: 'Insultos o acoso',
      'off-topic': 'No tiene que ver con el tema',
      other: 'Otra cosa',
    },
    reportWords: '¿Qué tiene de malo? (opcional)',
    sendReport: 'Enviar denuncia',
    reportReceived: 'Hemos recibido tu denuncia. Gracias.',
    notReported: (reason) => `No se ha denunciado. ${reason}`,
    answeredEdited: (name) =>
      `${name} ha editado este comentario desde que empezaste. Arriba está tal como es ahora.`,
    answeredDeleted: 'El comentario al que respondes se ha eliminado. Tu texto se queda aquí.',
    answeredRemoved: 'La moderación ha retirado el comentario al que respondes. Tu texto se queda aquí.',
    moveToComment: 'Convertirlo en un comentario propio',
    goOnWithEdit: 'Seguir editando tu comentario',
    quoteInReply: (name) => `Citar en una respuesta a ${name}`,
    quoteInComment: 'Citar en un comentario',
    nameLooksLike: (name) =>
      `Tu nombre se parece al de otra persona de aquí, «${name}». Puede que os confundan.`,
    formatting: 'Formato',
    formats: {
      toolbar: 'Formato',
      bold: 'Negrita',
      italic: 'Cursiva',
      code: 'Código',
      quote: 'Cita',
      list: 'Lista',
      numberedList: 'Lista numerada',
      link: 'Enlace',
      control: 'Ctrl',
    },
    preview: 'Vista previa',
    nothingToPreview: 'Todavía no hay nada escrito.',
    discardDraft: 'Descartar',
    draftDiscarded: 'Borrador descartado.',
    draftDiscardedFor: 'Borrador descartado. Se puede recuperar durante 8 segundos.',
    undo: 'Deshacer',
    writtenElsewhere: 'Esto se escribió aquí al mismo tiempo en otra pestaña:',
    addText: 'Añadirlo a mi texto',
    leaveText: 'Dejarlo fuera',
    unfinished: (count) =>
      counted(count, {
        one: 'Tienes # respuesta sin terminar aquí',
        many: 'Tienes # de respuestas sin terminar aquí',
        other: 'Tienes # respuestas sin terminar aquí',
      }),
    goOnWith: (name) => `Seguir con la respuesta a ${name}`,

    resetQuestion: '¿Restaurar los comentarios originales?',
    resetExplained: 'Se quita todo lo que se publicó en este navegador. No se puede deshacer.',
    resetConfirm: 'Quitar y restaurar',
    resetDecline: 'Conservarlo todo',
    resetDone: 'Se han restaurado los comentarios originales',
    resetFailed: (reason) => `No se ha quitado nada. ${reason}`,
  }
}
