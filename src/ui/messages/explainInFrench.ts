import type { Problem } from '../../api/problem.ts'
import type { Counting } from './plurals.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInFrench(problem: Problem, { number, counted }: Counting<'fr'>): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? 'Il n’y a pas d’article de ce nom ici. Vérifiez l’adresse.'
        : 'Cela n’existe plus ici. Rechargez la page pour voir ce qui s’y trouve.'
    case 'invalid':
      // Servers say it in English.
      return `${fieldName(problem.field)} n’a pas été accepté. Le serveur répond : « ${problem.reason} ». Corrigez, puis réessayez.`
    case 'too-long':
      return `Il compte ${number(problem.length)} caractères, et ${number(problem.limit)} au plus sont permis. Raccourcissez-le, puis publiez à nouveau.`
    case 'too-large':
      return 'C’est trop volumineux pour être envoyé. Raccourcissez-le, ou publiez-le en plusieurs parties.'
    case 'discussion-closed':
      return 'Les commentaires ont été fermés entre-temps. Votre texte reste ici, à copier.'
    case 'parent-gone':
      return 'Le commentaire auquel vous répondez n’est plus là. Votre texte reste ici, à copier ou à publier comme commentaire.'
    case 'depth-exceeded':
      return `Ici, les réponses vont jusqu’au niveau ${number(problem.maxDepth)}. Répondez au commentaire du dessus.`
    case 'duplicate':
      return 'Vous avez publié le même texte ici il y a un instant.'
    case 'idempotency-key-reused':
      return 'Le texte a été modifié pendant son envoi. Publiez-le à nouveau.'
    case 'changed':
      return 'Le commentaire a changé entre-temps, peut-être dans un autre onglet. Regardez ce qu’il est devenu, puis réessayez.'
    case 'edit-window-over':
      return 'Il ne peut plus être modifié : le délai est passé. Il reste tel quel.'
    case 'forbidden':
      return problem.resource === 'comment'
        ? 'Seul le navigateur qui a publié un commentaire peut le modifier.'
        : 'Il n’y a pas encore de commentaires ici, et cette page ne peut pas les ouvrir. La personne qui gère le site peut y remédier.'
    case 'rate-limited':
      return `Trop de publications en peu de temps. Réessayez dans ${counted(Math.ceil(problem.retryAfter), { one: '# seconde', many: '# de secondes', other: '# secondes' })}.`
    case 'unavailable':
      return 'Soundoff ne peut pas répondre pour le moment. Réessayez dans un instant.'
    case 'unreachable':
      return 'Impossible de joindre Soundoff. Vérifiez votre connexion, puis réessayez.'
    case 'timed-out':
      return 'Soundoff a mis trop de temps à répondre. Réessayez.'
    case 'unexpected-answer':
      return 'Ce n’est pas Soundoff qui a répondu. Vérifiez votre connexion (le réseau demande peut-être de s’identifier), puis réessayez.'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return 'L’envoi'
    case 'author.name':
      return 'Le nom'
    case 'body':
    case 'words':
      return 'Le texte'
    default:
      return `« ${field} »`
  }
}
