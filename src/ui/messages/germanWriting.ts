import type { WritingMessages } from './englishWriting.ts'
import type { Counting } from './plurals.ts'

/** Every text that only those meet who do more than read and fold. */
export function germanWritingIn({ counted }: Counting<'de'>): WritingMessages {
  return {
    checking: 'Wird gesendet … Es wird nachgefragt, ob es angekommen ist.',
    held: 'Wird geprüft',
    heldFor: (reason) => {
      switch (reason) {
        case 'links':
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat: Er enthält viele Webadressen.'
        case 'words':
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat: Er enthält Wörter, die hier erst geprüft werden.'
        case 'check':
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat: Eine automatische Prüfung verlangt das.'
        case 'trap':
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat: Ein Feld wurde ausgefüllt, das leer bleiben soll.'
        case 'haste':
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat: Er wurde sehr bald nach dem Öffnen der Seite abgesendet.'
        case null:
          return 'Dieser Kommentar ist nur hier zu sehen, bis ihn jemand geprüft hat.'
      }
    },
    waitingForNetwork: 'Wartet auf das Netz. Sobald die Verbindung wieder da ist, wird es abgesendet.',
    commentPosted: 'Kommentar veröffentlicht',
    replyPosted: 'Antwort veröffentlicht',
    notPosted: (reason) => `Nicht veröffentlicht. ${reason}`,
    perhapsNotPosted: (reason, isAsSent) =>
      `Nicht veröffentlicht, soweit sich das sagen lässt. ${reason}${isAsSent ? ' Doppelt kann nichts erscheinen.' : ''}`,
    seeExisting: 'Kommentar ansehen',
    triedAgain: 'Es wird von selbst noch einmal versucht.',
    earlierTextPosted:
      'Nicht veröffentlicht. Was zuvor abgesendet wurde, ist doch angekommen. Der jetzige Text bleibt hier, zum Absenden oder Verwerfen.',
    takeBack: 'Zurückholen und bearbeiten',
    leaveEmpty: 'Bitte leer lassen',
    nowClosed: 'Diese Diskussion wurde geschlossen.',
    nowOpen: 'Diese Diskussion wurde wieder geöffnet.',
    keptThoughClosed:
      'Was hier begonnen wurde, bleibt zum Kopieren erhalten, lässt sich aber nicht mehr veröffentlichen.',
    keptDraft: 'Was hier schon begonnen war, bleibt zum Kopieren erhalten.',
    edit: 'Bearbeiten',
    deleteComment: 'Löschen',
    editableUntil: (time) => `Bis ${time} Uhr, in diesem Browser, solange seine Daten nicht gelöscht werden.`,
    noLongerEditable: 'Er lässt sich nicht mehr bearbeiten oder löschen.',
    editComment: 'Kommentar bearbeiten',
    yourText: 'Text',
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    notSaved: (reason) => `Nicht gespeichert. ${reason}`,
    commentEdited: 'Kommentar bearbeitet',
    asItIsNow: 'Der Kommentar, wie er jetzt lautet',
    saveMine: 'Durch meinen Text ersetzen',
    keepNewer: 'So lassen, wie er ist',
    willBeDeleted: 'Der Kommentar wird in ein paar Sekunden gelöscht.',
    deleting: 'Wird gelöscht …',
    deletionUndone: 'Der Kommentar bleibt',
    commentDeleted: 'Kommentar gelöscht',
    notDeleted: (reason) => `Nicht gelöscht. ${reason}`,
    commentNotDeleted: (reason) => `Ein eigener Kommentar wurde nicht gelöscht. ${reason}`,
    keepComment: 'Behalten',
    report: 'Melden',
    reportOf: (name) => `Den Kommentar von ${name} melden`,
    reportReason: 'Grund',
    reportReasons: {
      spam: 'Spam',
      abuse: 'Beleidigung oder Belästigung',
      'off-topic': 'Gehört nicht zum Thema',
      other: 'Etwas anderes',
    },
    reportWords: 'Was stimmt damit nicht? (freiwillig)',
    sendReport: 'Meldung absenden',
    reportReceived: 'Die Meldung ist angekommen. Vielen Dank.',
    notReported: (reason) => `Nicht gemeldet. ${reason}`,
    answeredEdited: (name) =>
      `${name} hat diesen Kommentar inzwischen bearbeitet. Darüber steht er, wie er jetzt lautet.`,
    answeredDeleted: 'Der Kommentar, dem diese Antwort gilt, wurde gelöscht. Der Text bleibt hier.',
    answeredRemoved:
      'Der Kommentar, dem diese Antwort gilt, wurde von der Moderation entfernt. Der Text bleibt hier.',
    moveToComment: 'Einen eigenen Kommentar daraus machen',
    goOnWithEdit: 'Kommentar weiter bearbeiten',
    quoteInReply: (name) => `In einer Antwort an ${name} zitieren`,
    quoteInComment: 'In einem Kommentar zitieren',
    nameLooksLike: (name) =>
      `Dieser Name sieht aus wie der von jemand anderem hier, „${name}“. Das kann zu Verwechslungen führen.`,
    formatting: 'Formatierung',
    formats: {
      toolbar: 'Formatierung',
      bold: 'Fett',
      italic: 'Kursiv',
      code: 'Code',
      quote: 'Zitat',
      list: 'Liste',
      numberedList: 'Nummerierte Liste',
      link: 'Link',
      control: 'Strg',
    },
    preview: 'Vorschau',
    nothingToPreview: 'Noch ist nichts geschrieben.',
    discardDraft: 'Verwerfen',
    draftDiscarded: 'Entwurf verworfen.',
    draftDiscardedFor: 'Entwurf verworfen. 8 Sekunden lang lässt er sich zurückholen.',
    undo: 'Rückgängig machen',
    writtenElsewhere: 'Das wurde hier zur selben Zeit in einem anderen Tab geschrieben:',
    addText: 'An meinen Text anfügen',
    leaveText: 'Weglassen',
    unfinished: (count) =>
      `Hier gibt es ${counted(count, { one: '# unfertige Antwort', other: '# unfertige Antworten' })}`,
    goOnWith: (name) => `Die Antwort an ${name} fortsetzen`,

    resetQuestion: 'Die ursprüngliche Diskussion wiederherstellen?',
    resetExplained:
      'Alles, was in diesem Browser geschrieben wurde, wird entfernt. Das lässt sich nicht rückgängig machen.',
    resetConfirm: 'Entfernen und wiederherstellen',
    resetDecline: 'Alles behalten',
    resetDone: 'Die ursprüngliche Diskussion ist wiederhergestellt',
    resetFailed: (reason) => `Es wurde nichts entfernt. ${reason}`,
  }
}
