import type { Problem } from '../../api/problem.ts'
import type { Counting } from './plurals.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInGerman(problem: Problem, { number, counted }: Counting<'de'>): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? 'Einen Artikel dieses Namens gibt es hier nicht. Bitte die Adresse prüfen.'
        : 'Das gibt es hier nicht mehr. Nach dem Neuladen der Seite steht da, was es noch gibt.'
    case 'invalid':
      // Servers say it in English.
      return `${fieldName(problem.field)} wurde so nicht angenommen. Der Server schreibt dazu: „${problem.reason}“. Bitte ändern und noch einmal versuchen.`
    case 'too-long':
      return `Das sind ${number(problem.length)} Zeichen, erlaubt sind höchstens ${number(problem.limit)}. Bitte kürzen und noch einmal absenden.`
    case 'too-large':
      return 'Das ist zu groß zum Absenden. Bitte kürzen oder in Teilen absenden.'
    case 'discussion-closed':
      return 'Die Diskussion wurde inzwischen geschlossen. Der Text bleibt hier, zum Kopieren.'
    case 'parent-gone':
      return 'Den Kommentar, dem diese Antwort gilt, gibt es nicht mehr. Der Text bleibt hier, zum Kopieren oder um ihn als Kommentar abzusenden.'
    case 'depth-exceeded':
      return `Antworten gehen hier höchstens ${problem.maxDepth} Ebenen tief. Bitte auf den Kommentar darüber antworten.`
    case 'duplicate':
      return 'Derselbe Text wurde hier gerade eben schon abgesendet.'
    case 'idempotency-key-reused':
      return 'Der Text wurde geändert, während er unterwegs war. Bitte noch einmal absenden.'
    case 'changed':
      return 'Der Kommentar wurde inzwischen geändert, vielleicht in einem anderen Tab. Bitte ansehen, wie er jetzt lautet, und noch einmal versuchen.'
    case 'edit-window-over':
      return 'Das lässt sich nicht mehr ändern: Die Zeit dafür ist abgelaufen. Es bleibt, wie es ist.'
    case 'forbidden':
      return problem.resource === 'comment'
        ? 'Nur der Browser, mit dem ein Kommentar geschrieben wurde, kann ihn ändern.'
        : 'Hier gibt es noch keine Diskussion, und diese Seite darf keine eröffnen. Wer sie betreibt, kann das ändern lassen.'
    case 'rate-limited':
      return `In kurzer Zeit wurde zu viel abgesendet. Bitte in ${counted(Math.ceil(problem.retryAfter), { one: '# Sekunde', other: '# Sekunden' })} noch einmal versuchen.`
    case 'unavailable':
      return 'Soundoff kann gerade nicht antworten. Bitte gleich noch einmal versuchen.'
    case 'unreachable':
      return 'Soundoff war nicht zu erreichen. Bitte die Verbindung prüfen und noch einmal versuchen.'
    case 'timed-out':
      return 'Soundoff hat zu lange für die Antwort gebraucht. Bitte noch einmal versuchen.'
    case 'unexpected-answer':
      return 'Was geantwortet hat, war nicht Soundoff. Bitte die Verbindung prüfen (vielleicht verlangt das Netz eine Anmeldung) und noch einmal versuchen.'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return 'Das'
    case 'author.name':
      return 'Der Name'
    case 'body':
    case 'words':
      return 'Der Text'
    default:
      return `„${field}“`
  }
}
