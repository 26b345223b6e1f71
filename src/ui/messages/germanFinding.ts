import type { FindingMessages } from './englishFinding.ts'
import type { Counting } from './plurals.ts'

/** Every text of what readers find their way with, and what is loaded for that. A branch is a „Zweig“. */
export function germanFindingIn({ number, counted }: Counting<'de'>): FindingMessages {
  const comments = (count: number) => counted(count, { one: '# Kommentar', other: '# Kommentare' })
  return {
    results: 'Suchergebnisse',
    searching: 'Wird gesucht …',
    matches: (count) =>
      count === 0 ? 'Keine Treffer' : counted(count, { one: '# Treffer', other: '# Treffer' }),
    commentsFound: (count) => (count === 0 ? 'Keine Kommentare' : comments(count)),
    noMatch: (words) => `Kein Kommentar enthält „${words}“.`,
    noMatchAdvice: 'Vielleicht helfen weniger Wörter, oder ein Teil von einem.',
    noMatchWithin:
      'Vielleicht helfen weniger Wörter, oder die Suche in allen Kommentaren: ohne die Person oder die Zeit.',
    noComment: 'Einen solchen Kommentar gibt es nicht.',
    noCommentAdvice: 'Ohne die Person oder die Zeit sind andere zu sehen.',
    searchForNothing: 'Danach lässt sich nicht suchen. Bitte ein Wort oder einen Teil davon eingeben.',
    searchTooLong: (limit) => `Das ist zu lang für die Suche. Bitte auf ${number(limit)} Zeichen kürzen.`,
    searchFailed: (reason) => `Die Suche ist fehlgeschlagen. ${reason}`,
    lookedFor: 'Gesucht',
    chipWords: (words) => `„${words}“`,
    chipPerson: (name) => `von ${name}`,
    removeFromSearch: (what) => `${what} entfernen`,
    clearSearch: 'Leeren',
    previousMatch: 'Voriger Treffer',
    nextMatch: 'Nächster Treffer',
    matchOf: (match, total) => `${number(match)} von ${number(total)}`,
    showMoreMatches: 'Weitere Treffer zeigen',
    answering: 'Als Antwort auf',
    backToResults: 'Zurück zu den Ergebnissen',

    overview: 'Menschen und Verlauf',
    overviewFailed: (reason) => `Der Überblick über die Diskussion konnte nicht geladen werden. ${reason}`,
    loadingOverview: 'Menschen und Verlauf werden geladen …',
    activity: 'Kommentare im Lauf der Zeit',
    activitySummary: (total, span, most, peak) =>
      `${comments(total)}, ${span}. Am meisten: ${peak}, mit ${number(most)}.`,
    from: 'Von',
    until: 'Bis',
    allTimes: 'Gesamte Zeit',
    people: 'Menschen',
    person: (name, count) => `${name}, ${comments(count)}`,
    count: number,
    showAllPeople: (count) => `Alle ${number(count)} zeigen`,
    showFewerPeople: 'Weniger zeigen',
    otherPeople: (count) => `und ${counted(count, { one: '# weiterer', other: '# weitere' })}`,

    mention: (called, name) => `${called}, zum Kommentar von ${name}`,

    mute: (name) => `${name} ausblenden`,
    nowMuted: (name) => `${name} ist ausgeblendet: Was da geschrieben wird, zeigt dieses Gerät nicht.`,
    mutedComment: (name) => `Ein Kommentar von ${name}, ausgeblendet.`,
    mutedShown: (name) => `${name} ist ausgeblendet.`,
    showMuted: 'Anzeigen',
    hideMuted: 'Verbergen',
    undoMute: 'Rückgängig machen',
    unmute: 'Wieder einblenden',
    unmuteName: (name) => `${name} wieder einblenden`,
    unmuted: (name) => `${name} ist nicht mehr ausgeblendet`,
    mutedList: 'Wer ausgeblendet ist',
    nobodyMuted: 'Niemand ist ausgeblendet.',

    onlyThisBranch: 'Nur dieser Zweig',
    branch: 'Zweig',
    onlyBranchOf: (name) => `Nur der Zweig von ${name} ist zu sehen`,
    widenTo: (name) => `Den Zweig von ${name} zeigen`,
    backToAll: 'Zurück zur ganzen Diskussion',
    wholeDiscussion: 'Die ganze Diskussion ist zu sehen',

    loadingComment: 'Der Kommentar wird geladen …',
    linkedComment: (status) =>
      status === 'deleted'
        ? 'Der Kommentar, zu dem der Link führt, wurde gelöscht.'
        : status === 'rejected'
          ? 'Der Kommentar, zu dem der Link führt, wurde von der Moderation entfernt.'
          : 'Das ist der Kommentar, zu dem der Link führt.',
    noSuchComment:
      'Dieser Link führt zu einem Kommentar, den es hier nicht gibt. Vielleicht wurde er entfernt.',
    closeNotice: 'Schließen',
    commentNotLoaded: (reason) =>
      `Der Kommentar, zu dem der Link führt, konnte nicht geladen werden. ${reason}`,
    linkedThreads: (count) =>
      count === 1 ? 'Der Strang, zu dem der Link führt' : 'Die Stränge, zu denen die Links führen',
    allThreads: 'Alle Stränge',
    copyLink: 'Link kopieren',
    linkCopied: 'Link kopiert',
    linkToCopy: 'Hier lässt sich der Link kopieren',

    news: (count) => counted(count, { one: '# neuer Kommentar', other: '# neue Kommentare' }),
    showNews: (count) => `${counted(count, { one: '# neuen Kommentar', other: '# neue Kommentare' })} zeigen`,
    changed: 'Die Diskussion hat sich geändert',
    showAsItIs: 'Die Diskussion zeigen, wie sie jetzt ist',

    newSinceVisit: (count, hasMore) => ({
      short: `${number(count)}${hasMore ? '+' : ''} neu`,
      rest: 'seit dem letzten Besuch',
    }),
    nextNew: 'Nächster neuer Kommentar',
    newAhead: (count) => `noch ${number(count)}`,
    newFromStart: 'Wieder ab dem ersten neuen Kommentar',
    nothingNew: 'Keine neuen Kommentare',

    keysAndDisplay: 'Tasten und Darstellung',
    display: 'Darstellung',
    density: 'Abstände',
    densities: { comfortable: 'Großzügig', compact: 'Kompakt' },
    textSize: 'Schriftgröße',
    textSizes: { small: 'Klein', medium: 'Mittel', large: 'Groß', larger: 'Sehr groß' },
    keys: 'Tastenkürzel',
    useKeys: 'Tastenkürzel verwenden',
    keyActions: {
      next: 'Nächster Kommentar',
      previous: 'Voriger Kommentar',
      nextThread: 'Nächster Strang',
      parent: 'Beantworteter Kommentar',
      firstReply: 'Erste Antwort',
      nextNew: 'Nächster neuer Kommentar',
      fold: 'Strang zu- oder aufklappen',
      reply: 'Antworten',
      search: 'Suchen',
      help: 'Diese Hilfe',
    },
    backToArticle: 'Zurück zum Artikel',
  }
}
