import type { Messages } from './english.ts'
import { explainInFrench } from './explainInFrench.ts'
import { countingIn, type Forms } from './plurals.ts'

const MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
]

const responses = { one: '# commentaire', many: '# de commentaires', other: '# commentaires' }
const replies = { one: '# réponse', many: '# de réponses', other: '# réponses' }
const moreReplies = { one: '# autre réponse', many: '# d’autres réponses', other: '# autres réponses' }
const newReplies = {
  one: '# nouvelle réponse',
  many: '# de nouvelles réponses',
  other: '# nouvelles réponses',
}
const newOnes = { one: '# nouvelle', many: '# nouvelles', other: '# nouvelles' }
const characters = { one: '# caractère', many: '# de caractères', other: '# caractères' }

/** Every text that a reader of French meets, but for those of writing. A thread is a « fil ». */
export function frenchIn(locale: string): Messages {
  const { number, counted } = countingIn<'fr'>(locale)
  return {
    locale,

    skipToDiscussion: 'Aller aux commentaires',
    byline: (name) => `Par ${name}`,
    datelineOriginal: (text) => `Imprimé : ${text}`,
    loadingArticle: 'Chargement de l’article',
    loadingDiscussion: 'Chargement des commentaires',
    needsScript:
      'JavaScript est désactivé. Il le faut pour écrire, replier des fils et voir les commentaires absents de cette page.',

    theme: 'Thème',
    themes: { auto: 'Système', light: 'Clair', dark: 'Sombre' },

    discussion: 'Commentaires',
    responses: (count) => (count === 0 ? 'Pas encore de commentaires' : counted(count, responses)),
    responsesHere: (declared, imported, posted) => {
      const places: Forms<'fr'> =
        imported <= declared
          ? { one: 'dont # se trouve ici', many: 'dont # se trouvent ici', other: 'dont # se trouvent ici' }
          : { one: '# se trouve ici', many: '# se trouvent ici', other: '# se trouvent ici' }
      const here = counted(imported, places)
      if (posted === 0) return here
      const since: Forms<'fr'> = {
        one: '# autre publié depuis',
        many: '# d’autres publiés depuis',
        other: '# autres publiés depuis',
      }
      return `${here}, plus ${counted(posted, since)}`
    },
    beFirst: 'Écrivez le premier commentaire.',
    closed: 'Les commentaires sont fermés : on peut les lire, mais plus en ajouter.',
    search: 'Rechercher dans les commentaires',
    sortBy: 'Trier par',
    orders: { newest: 'Plus récents', oldest: 'Plus anciens', replies: 'Plus de réponses' },
    sorted: (order) => `Tri : ${order}`,
    collapseAll: 'Tout replier',
    expandAll: 'Tout déplier',
    allCollapsed: 'Tous les fils sont repliés',
    allExpanded: 'Tous les fils sont dépliés',
    showMoreThreads: 'Afficher plus de fils',
    showMoreReplies: (count) => `Afficher ${counted(count, moreReplies)}`,
    moreThreadsShown: (count) =>
      counted(count, {
        one: '# fil de plus affiché',
        many: '# de fils de plus affichés',
        other: '# fils de plus affichés',
      }),
    moreRepliesShown: (count) =>
      counted(count, {
        one: '# réponse de plus affichée',
        many: '# de réponses de plus affichées',
        other: '# réponses de plus affichées',
      }),
    loadingMore: 'Chargement…',
    newReplies: (count) => ({
      short: counted(count, newOnes),
      rest: counted(count, { one: 'réponse', many: 'réponses', other: 'réponses' }),
    }),
    showNewReplies: (name, count) => `Afficher ${counted(count, newReplies)} à ${name}`,

    nameless: 'quelqu’un',
    commentBy: (name) => `Commentaire de ${name}`,
    replyBy: (name, to) => `Réponse de ${name} à ${to}`,
    to: (name) => `à ${name}`,
    new: 'Nouv.',
    newComment: (label) => `${label}, nouveau`,
    newBelow: (count) => `, ${counted(count, newOnes)}`,
    noText: 'Ce commentaire est sans texte.',
    deleted: 'Ce commentaire a été supprimé.',
    rejected: 'Ce commentaire a été retiré par la modération.',
    moreActions: (name) => `Autres actions pour le commentaire de ${name}`,
    edited: 'modifié',
    replies: (count) => counted(count, replies),
    collapseThread: (name) => `Replier le fil de ${name}`,
    expandThread: (name, count) => `Déplier le fil de ${name}, ${counted(count, replies)}`,
    threadCollapsed: 'Fil replié',
    threadExpanded: 'Fil déplié',
    collapse: 'Replier',
    reply: 'Répondre',
    replyTo: (name) => `Répondre à ${name}`,
    justNow: 'à l’instant',
    inUtc: (instant) => {
      const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
      return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}, ${instant.slice(11, 16)} UTC`
    },

    postComment: 'Écrire un commentaire',
    name: 'Nom',
    comment: 'Commentaire',
    yourReply: 'Votre réponse',
    post: 'Publier le commentaire',
    postReply: 'Publier la réponse',
    cancel: 'Annuler',
    postingAs: (name) => `Vous publiez sous le nom de ${name}`,
    changeName: 'Changer de nom',
    sendKeys: (key) => `${key}+Entrée pour publier`,
    rules: 'Règles de conduite',
    draftKept: 'Votre brouillon est conservé jusqu’à sa publication.',
    draftNotKept:
      'Ce navigateur n’a pas pu enregistrer votre texte : il sera perdu si vous quittez cette page.',
    charactersLeft: (count) =>
      count < 0
        ? counted(-count, {
            one: '# caractère de trop',
            many: '# de caractères de trop',
            other: '# caractères de trop',
          })
        : counted(count, {
            one: 'Encore # caractère',
            many: 'Encore # de caractères',
            other: 'Encore # caractères',
          }),
    sending: 'Envoi…',
    draft: 'brouillon',
    nameFaults: {
      empty: 'Indiquez votre nom, ou celui que vous voulez porter ici.',
      'too-long': (limit) => `Un nom compte au plus ${counted(limit, characters)}. Raccourcissez-le.`,
      'unreadable-characters':
        'Ce nom contient des caractères qui ne peuvent pas être affichés. Saisissez-le à nouveau.',
    },
    bodyFaults: {
      empty: 'Écrivez d’abord quelque chose.',
      'too-long': (limit) =>
        `Un commentaire compte au plus ${counted(limit, characters)}. Raccourcissez-le, ou publiez-le en plusieurs parties.`,
      'unreadable-characters':
        'Ce texte contient des caractères qui ne peuvent pas être affichés. Retirez ce que vous avez collé en dernier, ou saisissez-le à nouveau.',
    },

    tryAgain: 'Réessayer',
    reload: 'Recharger',
    broken:
      'Une erreur s’est produite ici et les commentaires se sont arrêtés. Ce que vous avez écrit est conservé.',
    partMissing:
      'Une partie de cette page n’a pas encore pu être chargée. Si elle ne vient pas, rechargez ; ce que vous avez écrit est conservé.',
    articleMissing: 'Article introuvable',
    goToStart: 'Aller à la page d’accueil',
    articleFailed: (reason) => `L’article n’a pas pu être chargé. ${reason}`,
    discussionFailed: (reason) => `Les commentaires n’ont pas pu être chargés. ${reason}`,
    orderFailed: (reason) => `Les fils n’ont pas pu être triés ainsi. ${reason}`,
    moreFailed: (reason) => `La suite n’a pas pu être chargée. ${reason}`,
    explain: (problem) => explainInFrench(problem, { number, counted }),
  }
}
