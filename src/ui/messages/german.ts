import type { Messages } from './english.ts'
import { explainInGerman } from './explainInGerman.ts'
import { countingIn } from './plurals.ts'

/** Every text that a reader of German meets, but for those of writing. A thread is a „Strang“. */
export function germanIn(locale: string): Messages {
  const { number, counted } = countingIn<'de'>(locale)
  const replies = (count: number) => counted(count, { one: '# Antwort', other: '# Antworten' })
  const characters = (count: number) => `${number(count)} Zeichen`
  return {
    locale,

    skipToDiscussion: 'Zur Diskussion springen',
    byline: (name) => `Von ${name}`,
    datelineOriginal: (text) => `Gedruckt: ${text}`,
    loadingArticle: 'Der Artikel wird geladen',
    loadingDiscussion: 'Die Diskussion wird geladen',
    needsScript:
      'JavaScript ist aus. Nur damit lassen sich Kommentare schreiben, Stränge zuklappen und die Kommentare sehen, die nicht auf dieser Seite stehen.',

    theme: 'Darstellung',
    themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },

    discussion: 'Diskussion',
    responses: (count) =>
      count === 0 ? 'Noch keine Kommentare' : counted(count, { one: '# Kommentar', other: '# Kommentare' }),
    responsesHere: (declared, imported, posted) => {
      const ofThem = imported <= declared ? 'davon ' : ''
      const here = `${number(imported)} ${ofThem}${imported === 1 ? 'ist' : 'sind'} hier`
      if (posted === 0) return here
      return `${here}, und ${counted(posted, { one: '# weiterer kam', other: '# weitere kamen' })} seither dazu`
    },
    beFirst: 'Hier ist Platz für den ersten Kommentar.',
    closed: 'Diese Diskussion ist geschlossen: Sie kann gelesen, aber nicht mehr ergänzt werden.',
    search: 'Diese Diskussion durchsuchen',
    sortBy: 'Sortieren nach',
    orders: { newest: 'Neueste zuerst', oldest: 'Älteste zuerst', replies: 'Meiste Antworten' },
    sorted: (order) => `Sortiert: ${order}`,
    collapseAll: 'Alle zuklappen',
    expandAll: 'Alle aufklappen',
    allCollapsed: 'Alle Stränge zugeklappt',
    allExpanded: 'Alle Stränge aufgeklappt',
    showMoreThreads: 'Weitere Stränge zeigen',
    showMoreReplies: (count) =>
      `${counted(count, { one: '# weitere Antwort', other: '# weitere Antworten' })} zeigen`,
    moreThreadsShown: (count) =>
      `${counted(count, { one: '# weiterer Strang', other: '# weitere Stränge' })} gezeigt`,
    moreRepliesShown: (count) =>
      `${counted(count, { one: '# weitere Antwort', other: '# weitere Antworten' })} gezeigt`,
    loadingMore: 'Wird geladen …',
    newReplies: (count) => {
      const rest = counted(count, { one: 'Antwort', other: 'Antworten' })
      return { short: `${number(count)} neue`, rest }
    },
    showNewReplies: (name, count) =>
      `${counted(count, { one: '# neue Antwort', other: '# neue Antworten' })} an ${name} zeigen`,

    nameless: 'Unbekannt',
    commentBy: (name) => `Kommentar von ${name}`,
    replyBy: (name, to) => `Antwort von ${name} an ${to}`,
    to: (name) => `an ${name}`,
    new: 'Neu',
    newComment: (label) => `${label}, neu`,
    newBelow: (count) => `, ${number(count)} neu`,
    noText: 'Dieser Kommentar hat keinen Text.',
    deleted: 'Dieser Kommentar wurde gelöscht.',
    rejected: 'Dieser Kommentar wurde von der Moderation entfernt.',
    moreActions: (name) => `Mehr zum Kommentar von ${name}`,
    edited: 'bearbeitet',
    replies,
    collapseThread: (name) => `Strang von ${name} zuklappen`,
    expandThread: (name, count) => `Strang von ${name} aufklappen, ${replies(count)}`,
    threadCollapsed: 'Strang zugeklappt',
    threadExpanded: 'Strang aufgeklappt',
    collapse: 'Zuklappen',
    reply: 'Antworten',
    replyTo: (name) => `Auf ${name} antworten`,
    justNow: 'gerade eben',
    inUtc: (instant) => {
      const date = instant.slice(0, 10).split('-').toReversed().join('.')
      return `${date}, ${instant.slice(11, 16)} UTC`
    },

    postComment: 'Kommentar schreiben',
    name: 'Name',
    comment: 'Kommentar',
    yourReply: 'Antwort',
    post: 'Kommentar absenden',
    postReply: 'Antwort absenden',
    cancel: 'Abbrechen',
    postingAs: (name) => `Absenden als ${name}`,
    changeName: 'Namen ändern',
    sendKeys: (key) => `${key === 'Ctrl' ? 'Strg' : key}+Eingabe sendet ab`,
    rules: 'Verhaltensregeln',
    draftKept: 'Der Entwurf bleibt gespeichert, bis er abgesendet wird.',
    draftNotKept:
      'Dieser Browser konnte den Text nicht speichern: Beim Verlassen der Seite geht er verloren.',
    charactersLeft: (count) => (count < 0 ? `${characters(-count)} zu viel` : `noch ${characters(count)}`),
    sending: 'Wird gesendet …',
    draft: 'Entwurf',
    nameFaults: {
      empty: 'Bitte einen Namen angeben; ein Spitzname genügt.',
      'too-long': (limit) => `Ein Name hat höchstens ${characters(limit)}. Bitte kürzen.`,
      'unreadable-characters':
        'Dieser Name enthält Zeichen, die sich nicht anzeigen lassen. Bitte neu eintippen.',
    },
    bodyFaults: {
      empty: 'Bitte zuerst etwas schreiben.',
      'too-long': (limit) =>
        `Ein Kommentar hat höchstens ${characters(limit)}. Bitte kürzen oder in Teilen absenden.`,
      'unreadable-characters':
        'Dieser Text enthält Zeichen, die sich nicht anzeigen lassen. Bitte entfernen, was zuletzt eingefügt wurde, oder neu eintippen.',
    },

    tryAgain: 'Noch einmal versuchen',
    reload: 'Neu laden',
    broken:
      'Hier kam es zu einem Fehler, und die Diskussion ist stehen geblieben. Geschriebenes bleibt erhalten.',
    partMissing:
      'Ein Teil dieser Seite konnte noch nicht geladen werden. Kommt er nicht, hilft Neuladen; Geschriebenes bleibt erhalten.',
    articleMissing: 'Artikel nicht gefunden',
    goToStart: 'Zur Startseite',
    articleFailed: (reason) => `Der Artikel konnte nicht geladen werden. ${reason}`,
    discussionFailed: (reason) => `Die Diskussion konnte nicht geladen werden. ${reason}`,
    orderFailed: (reason) => `Die Stränge konnten nicht in diese Reihenfolge gebracht werden. ${reason}`,
    moreFailed: (reason) => `Mehr konnte nicht geladen werden. ${reason}`,
    explain: (problem) => explainInGerman(problem, { number, counted }),
  }
}
