import type { FindingMessages } from './englishFinding.ts'
import type { Counting } from './plurals.ts'

const newComments = {
  one: '# comentario nuevo',
  many: '# de comentarios nuevos',
  other: '# comentarios nuevos',
}

/** Every text of what readers find their way with, and what is loaded for that. */
export function spanishFindingIn({ number, counted }: Counting<'es'>): FindingMessages {
  const comments = (count: number) =>
    counted(count, { one: '# comentario', many: '# de comentarios', other: '# comentarios' })
  return {
    results: 'Resultados de la búsqueda',
    searching: 'Buscando…',
    matches: (count) =>
      count === 0
        ? 'Sin coincidencias'
        : counted(count, {
            one: '# coincidencia',
            many: '# de coincidencias',
            other: '# coincidencias',
          }),
    commentsFound: (count) => (count === 0 ? 'Ningún comentario' : comments(count)),
    noMatch: (words) => `Ningún comentario contiene «${words}».`,
    noMatchAdvice: 'Prueba con menos palabras, o con parte de una.',
    noMatchWithin:
      'Prueba con menos palabras, o busca en todos los comentarios: quita la persona o el periodo.',
    noComment: 'No hay ningún comentario así.',
    noCommentAdvice: 'Quita la persona o el periodo para ver otros.',
    searchForNothing: 'Aquí no hay nada que buscar. Escribe una palabra, o parte de una.',
    searchTooLong: (limit) =>
      `Es demasiado largo para buscarlo. Acórtalo a ${counted(limit, { one: '# carácter', many: '# de caracteres', other: '# caracteres' })}.`,
    searchFailed: (reason) => `La búsqueda ha fallado. ${reason}`,
    lookedFor: 'Se ha buscado',
    chipWords: (words) => `«${words}»`,
    chipPerson: (name) => `de ${name}`,
    removeFromSearch: (what) => `Quitar ${what}`,
    clearSearch: 'Borrar',
    previousMatch: 'Coincidencia anterior',
    nextMatch: 'Coincidencia siguiente',
    matchOf: (match, total) => `${number(match)} de ${number(total)}`,
    showMoreMatches: 'Ver más coincidencias',
    answering: 'En respuesta a',
    backToResults: 'Volver a los resultados',

    overview: 'Personas y actividad',
    overviewFailed: (reason) => `No se ha podido cargar el panorama de los comentarios. ${reason}`,
    loadingOverview: 'Cargando personas y actividad…',
    activity: 'Comentarios a lo largo del tiempo',
    activitySummary: (total, span, most, peak) =>
      `${comments(total)}, ${span}. Momento con más actividad: ${peak}, con ${number(most)}.`,
    from: 'Desde',
    until: 'Hasta',
    allTimes: 'Todo el periodo',
    people: 'Personas',
    person: (name, count) => `${name}, ${comments(count)}`,
    count: number,
    showAllPeople: (count) => `Ver las ${number(count)}`,
    showFewerPeople: 'Ver menos',
    otherPeople: (count) => `y ${counted(count, { one: '# más', many: '# más', other: '# más' })}`,

    mention: (called, name) => `${called}, al comentario de ${name}`,

    mute: (name) => `Silenciar a ${name}`,
    nowMuted: (name) => `Has silenciado a ${name}. Lo que escriba no se muestra en este dispositivo.`,
    mutedComment: (name) => `Un comentario de ${name}, a quien has silenciado.`,
    mutedShown: (name) => `Has silenciado a ${name}.`,
    showMuted: 'Mostrarlo',
    hideMuted: 'Ocultarlo',
    undoMute: 'Deshacer',
    unmute: 'Dejar de silenciar',
    unmuteName: (name) => `Dejar de silenciar a ${name}`,
    unmuted: (name) => `${name} ya no está en silencio`,
    mutedList: 'A quién has silenciado',
    nobodyMuted: 'No has silenciado a nadie.',

    onlyThisBranch: 'Solo esta rama',
    branch: 'Rama',
    onlyBranchOf: (name) => `Solo se muestra la rama de ${name}`,
    widenTo: (name) => `Mostrar la rama de ${name}`,
    backToAll: 'Volver a todos los comentarios',
    wholeDiscussion: 'Se muestran todos los comentarios',

    loadingComment: 'Cargando el comentario…',
    linkedComment: (status) =>
      status === 'deleted'
        ? 'El comentario al que lleva tu enlace se ha eliminado.'
        : status === 'rejected'
          ? 'La moderación ha retirado el comentario al que lleva tu enlace.'
          : 'Este es el comentario al que lleva tu enlace.',
    noSuchComment: 'Este enlace lleva a un comentario que no está aquí. Puede que se haya retirado.',
    closeNotice: 'Cerrar',
    commentNotLoaded: (reason) => `No se ha podido cargar el comentario al que lleva tu enlace. ${reason}`,
    linkedThreads: (count) =>
      count === 1 ? 'El hilo al que lleva tu enlace' : 'Los hilos a los que llevan tus enlaces',
    allThreads: 'Todos los hilos',
    copyLink: 'Copiar enlace',
    linkCopied: 'Enlace copiado',
    linkToCopy: 'Copia el enlace desde aquí',

    news: (count) => counted(count, newComments),
    showNews: (count) => `Ver ${counted(count, newComments)}`,
    changed: 'Los comentarios han cambiado',
    showAsItIs: 'Ver los comentarios tal como están ahora',

    newSinceVisit: (count, hasMore) => {
      const more = hasMore ? '+' : ''
      const forms = { one: `#${more} nuevo`, many: `#${more} nuevos`, other: `#${more} nuevos` }
      return { short: counted(count, forms), rest: 'desde tu última visita' }
    },
    nextNew: 'Siguiente comentario nuevo',
    newAhead: (count) => `${number(count)} por delante`,
    newFromStart: 'Otra vez desde el primer comentario nuevo',
    nothingNew: 'No hay comentarios nuevos',

    keysAndDisplay: 'Teclas y presentación',
    display: 'Presentación',
    density: 'Densidad',
    densities: { comfortable: 'Holgada', compact: 'Compacta' },
    textSize: 'Tamaño del texto',
    textSizes: { small: 'Pequeño', medium: 'Mediano', large: 'Grande', larger: 'Muy grande' },
    keys: 'Atajos de teclado',
    useKeys: 'Usar atajos de teclado',
    keyActions: {
      next: 'Comentario siguiente',
      previous: 'Comentario anterior',
      nextThread: 'Hilo siguiente',
      parent: 'Comentario al que responde',
      firstReply: 'Primera respuesta',
      nextNew: 'Siguiente comentario nuevo',
      fold: 'Plegar o desplegar el hilo',
      reply: 'Responder',
      search: 'Buscar',
      help: 'Esta ayuda',
    },
    backToArticle: 'Volver al artículo',
  }
}
