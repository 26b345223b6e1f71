import type { HoldReason } from '../../domain/comment.ts'
import { countingIn } from '../../ui/messages/plurals.ts'
import type { DeskWords } from './englishDesk.ts'

/** Every text that only moderators meet, in German. */
export function germanDeskIn(locale: string): DeskWords {
  const { number, counted } = countingIn<'de'>(locale)
  const waiting = (count: number) => `Noch ${number(count)} zu entscheiden.`
  return {
    moderation: 'Moderation',
    notHere:
      'Hier gibt es nichts zu moderieren: Diese Seite bewahrt ihre Diskussionen nur in Ihrem Browser auf. Wo Soundoff auf einem Server läuft, arbeitet die Moderation unter dieser Adresse.',

    signIn: 'Anmelden',
    token: 'Token der Moderation',
    tokenFrom:
      'Wer diesen Server betreibt, gibt allen, die moderieren, ein Token, mit der Einstellung SOUNDOFF_MODERATORS. Dieser Tab behält es bis zum Abmelden oder Schließen.',
    tokenMissing: 'Bitte zuerst das Token eingeben.',
    tokenWrong:
      'Dieses Token gehört hier niemandem, der moderiert. Bitte prüfen, ob es vollständig ist, oder beim Betreiber des Servers nachfragen.',
    tokenRefused:
      'Ihr Token wird nicht mehr angenommen. Bitte neu anmelden; was Sie geschrieben haben, bleibt erhalten.',
    signingIn: 'Anmeldung läuft…',
    notSignedIn: (reason) => `Die Anmeldung ist nicht gelungen. ${reason}`,
    signOut: 'Abmelden',

    waitingTab: (count) => `Wartend (${number(count)})`,
    logTab: 'Protokoll',
    waiting: (count) =>
      count === 0
        ? 'Nichts wartet'
        : counted(count, { one: '# Kommentar wartet', other: '# Kommentare warten' }),
    whatComes: 'Zurückgehaltene und gemeldete Kommentare erscheinen hier, ohne dass Sie neu laden müssen.',
    loadingQueue: 'Wartende Kommentare werden geladen…',
    queueFailed: (reason) => `Die wartenden Kommentare konnten nicht geladen werden. ${reason}`,
    showNew: (count) => `${number(count)} neue zeigen`,
    newWaiting: (count) =>
      counted(count, { one: '# neuer Kommentar wartet', other: '# neue Kommentare warten' }),
    showMore: 'Mehr zeigen',
    moreShown: (count) => `${number(count)} weitere gezeigt`,

    waitingComment: (name, title) => `Kommentar von ${name} zu ${title}`,
    onPage: 'Auf der Seite',
    waitingSince: 'Wartet seit',
    held: (reason: HoldReason) => {
      switch (reason) {
        case 'links':
          return 'Zurückgehalten: Er enthält viele Webadressen.'
        case 'words':
          return 'Zurückgehalten: Er enthält Wörter, die hier zuerst angesehen werden.'
        case 'check':
          return 'Zurückgehalten: Eine automatische Prüfung hat darum gebeten.'
        case 'trap':
          return 'Zurückgehalten: Ein Feld wurde ausgefüllt, das leer bleiben soll.'
        case 'haste':
          return 'Zurückgehalten: Er wurde sehr bald nach dem Öffnen der Seite abgesendet.'
      }
    },
    reported: (count) => counted(count, { one: '# Meldung', other: '# Meldungen' }),
    moreReports: (count) =>
      `und ${counted(count, { one: '# weitere Meldung', other: '# weitere Meldungen' })}`,
    answers: (name) => `Antwortet ${name}`,
    answersGone: 'Antwortet auf einen Kommentar, den es nicht mehr gibt',
    discussionClosed: 'Diese Diskussion ist geschlossen.',

    approve: 'Freigeben',
    reject: 'Ablehnen',
    delete: 'Löschen',
    closeDiscussion: 'Diskussion schließen',
    reopenDiscussion: 'Diskussion wieder öffnen',
    deciding: 'Wird gesendet…',
    rejecting: (name) => `Den Kommentar von ${name} ablehnen`,
    reason: 'Grund',
    reasonNote: 'Er steht im Protokoll und wird anderen nicht gezeigt.',
    reasonFaults: {
      empty: 'Bitte angeben, warum der Kommentar abgelehnt wird.',
      'too-long': (limit) =>
        `Ein Grund hat höchstens ${counted(limit, { one: '# Zeichen', other: '# Zeichen' })}. Bitte kürzen.`,
      'unreadable-characters':
        'Dieser Grund enthält Zeichen, die sich nicht anzeigen lassen. Bitte neu eintippen.',
    },
    rejectForThis: 'Aus diesem Grund ablehnen',

    did: {
      approve: 'Freigegeben',
      reject: 'Abgelehnt',
      delete: 'Gelöscht',
      close: 'Diskussion geschlossen',
      reopen: 'Diskussion wieder geöffnet',
      undo: 'Rückgängig gemacht',
    },
    result: (did, count) => `${did}. Das lässt sich rückgängig machen. ${waiting(count)}`,
    nothingDone: 'Noch nichts entschieden.',
    didTo: (did, what) => `${did} – ${what}`,
    undone: (count) => `Rückgängig gemacht. ${waiting(count)}`,
    undo: 'Rückgängig',
    undoing: 'Wird rückgängig gemacht…',
    nothingToUndo: 'Hier gibt es nichts rückgängig zu machen. Im Protokoll steht, was vorher geschah.',

    notDecided: (reason) => `Es wurde nichts entschieden. ${reason}`,
    notUndone: (reason) => `Es wurde nichts rückgängig gemacht. ${reason}`,
    changed:
      'Der Kommentar wurde inzwischen geändert. Er steht hier, wie er jetzt lautet: Bitte ansehen und neu entscheiden.',
    undoOvertaken: 'Seither ist etwas anderes geschehen, oder der Kommentar wurde geändert.',
    decidedElsewhere: (name) =>
      `Über den Kommentar von ${name} hat schon jemand anderes entschieden, oder es gibt ihn nicht mehr.`,
    closedElsewhere: 'Jemand anderes hat diese Diskussion schon geschlossen.',
    reopenedElsewhere: 'Jemand anderes hat diese Diskussion schon wieder geöffnet.',
    gone: 'Das gibt es nicht mehr.',
    tooOften: (seconds) =>
      `In kurzer Zeit wurde zu viel angefragt. Bitte in ${counted(seconds, { one: '# Sekunde', other: '# Sekunden' })} noch einmal versuchen.`,

    keys: 'Tasten',
    keysExplained: 'Diese Tasten wirken, solange der Fokus in der Liste der wartenden Kommentare ist.',
    keyActions: {
      next: 'Nächster Kommentar',
      previous: 'Voriger Kommentar',
      approve: 'Freigeben',
      reject: 'Ablehnen, mit einem Grund',
      delete: 'Löschen',
      undo: 'Die letzte Entscheidung rückgängig machen',
      help: 'Diese Hilfe',
    },
    close: 'Schließen',

    log: 'Was die Moderation getan hat, das Neueste zuerst',
    emptyLog: 'Bisher wurde nichts getan',
    loadingLog: 'Das Protokoll wird geladen…',
    logFailed: (reason) => `Das Protokoll konnte nicht geladen werden. ${reason}`,
    logged: {
      approve: (name) => `${name} hat einen Kommentar freigegeben`,
      reject: (name) => `${name} hat einen Kommentar abgelehnt`,
      delete: (name) => `${name} hat einen Kommentar gelöscht`,
      close: (name) => `${name} hat eine Diskussion geschlossen`,
      reopen: (name) => `${name} hat eine Diskussion wieder geöffnet`,
      undo: (name) => `${name} hat etwas rückgängig gemacht`,
    },
    wasUndone: 'Seither rückgängig gemacht',
    erased: 'Wer ihn geschrieben hat, hat den Text getilgt.',
    forReason: (reason) => `Grund: ${reason}`,
  }
}
