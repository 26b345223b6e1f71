import type { FindingMessages } from './englishFinding.ts'
import type { Counting } from './plurals.ts'

const newComments = {
  one: '# nouveau commentaire',
  many: '# de nouveaux commentaires',
  other: '# nouveaux commentaires',
}

/** Every text of what readers find their way with, and what is loaded for that. */
export function frenchFindingIn({ number, counted }: Counting<'fr'>): FindingMessages {
  const comments = (count: number) =>
    counted(count, { one: '# commentaire', many: '# de commentaires', other: '# commentaires' })
  return {
    results: 'Résultats de la recherche',
    searching: 'Recherche…',
    matches: (count) =>
      count === 0
        ? 'Aucun résultat'
        : counted(count, { one: '# résultat', many: '# de résultats', other: '# résultats' }),
    commentsFound: (count) => (count === 0 ? 'Aucun commentaire' : comments(count)),
    noMatch: (words) => `Aucun commentaire ne contient « ${words} ».`,
    noMatchAdvice: 'Essayez moins de mots, ou une partie d’un mot.',
    noMatchWithin:
      'Essayez moins de mots, ou cherchez dans tous les commentaires : retirez la personne ou la période.',
    noComment: 'Il n’y a pas de commentaire de ce genre.',
    noCommentAdvice: 'Retirez la personne ou la période pour en voir d’autres.',
    searchForNothing: 'Il n’y a rien à chercher là-dedans. Écrivez un mot, ou une partie d’un mot.',
    searchTooLong: (limit) =>
      `C’est trop long pour une recherche. Raccourcissez à ${counted(limit, { one: '# caractère', many: '# de caractères', other: '# caractères' })}.`,
    searchFailed: (reason) => `La recherche a échoué. ${reason}`,
    lookedFor: 'Recherché',
    chipWords: (words) => `« ${words} »`,
    chipPerson: (name) => `de ${name}`,
    removeFromSearch: (what) => `Retirer ${what}`,
    clearSearch: 'Effacer',
    previousMatch: 'Résultat précédent',
    nextMatch: 'Résultat suivant',
    matchOf: (match, total) => `${number(match)} sur ${number(total)}`,
    showMoreMatches: 'Afficher plus de résultats',
    answering: 'En réponse à',
    backToResults: 'Revenir aux résultats',

    overview: 'Personnes et activité',
    overviewFailed: (reason) => `La vue d’ensemble n’a pas pu être chargée. ${reason}`,
    loadingOverview: 'Chargement des personnes et de l’activité…',
    activity: 'Commentaires au fil du temps',
    activitySummary: (total, span, most, peak) =>
      `${comments(total)}, ${span}. Moment le plus animé : ${peak}, avec ${number(most)}.`,
    from: 'Du',
    until: 'Au',
    allTimes: 'Toute la période',
    people: 'Personnes',
    person: (name, count) => `${name}, ${comments(count)}`,
    count: number,
    showAllPeople: (count) => `Afficher les ${number(count)}`,
    showFewerPeople: 'En afficher moins',
    otherPeople: (count) => `et ${counted(count, { one: '# autre', many: '# d’autres', other: '# autres' })}`,

    mention: (called, name) => `${called}, vers le commentaire de ${name}`,

    mute: (name) => `Masquer ${name}`,
    nowMuted: (name) => `Vous avez masqué ${name}. Ses textes ne s’affichent plus sur cet appareil.`,
    mutedComment: (name) => `Un commentaire de ${name}, que vous avez masqué.`,
    mutedShown: (name) => `Vous avez masqué ${name}.`,
    showMuted: 'L’afficher',
    hideMuted: 'Le cacher',
    undoMute: 'Rétablir',
    unmute: 'Ne plus masquer',
    unmuteName: (name) => `Ne plus masquer ${name}`,
    unmuted: (name) => `${name} n’est plus masqué`,
    mutedList: 'Qui vous avez masqué',
    nobodyMuted: 'Vous n’avez masqué personne.',

    onlyThisBranch: 'Cette branche seule',
    branch: 'Branche',
    onlyBranchOf: (name) => `Seule la branche de ${name} est affichée`,
    widenTo: (name) => `Afficher la branche de ${name}`,
    backToAll: 'Revenir à tous les commentaires',
    wholeDiscussion: 'Tous les commentaires sont affichés',

    loadingComment: 'Chargement du commentaire…',
    linkedComment: (status) =>
      status === 'deleted'
        ? 'Le commentaire auquel mène votre lien a été supprimé.'
        : status === 'rejected'
          ? 'Le commentaire auquel mène votre lien a été retiré par la modération.'
          : 'Voici le commentaire auquel mène votre lien.',
    noSuchComment: 'Ce lien mène à un commentaire qui n’est pas ici. Il a peut-être été retiré.',
    closeNotice: 'Fermer',
    commentNotLoaded: (reason) => `Le commentaire auquel mène votre lien n’a pas pu être chargé. ${reason}`,
    linkedThreads: (count) =>
      count === 1 ? 'Le fil auquel mène votre lien' : 'Les fils auxquels mènent vos liens',
    allThreads: 'Tous les fils',
    copyLink: 'Copier le lien',
    linkCopied: 'Lien copié',
    linkToCopy: 'Copiez le lien d’ici',

    news: (count) => counted(count, newComments),
    showNews: (count) => `Afficher ${counted(count, newComments)}`,
    changed: 'Les commentaires ont changé',
    showAsItIs: 'Afficher les commentaires tels qu’ils sont maintenant',

    newSinceVisit: (count, hasMore) => {
      const more = hasMore ? '+' : ''
      const forms = { one: `#${more} nouveau`, many: `#${more} nouveaux`, other: `#${more} nouveaux` }
      return { short: counted(count, forms), rest: 'depuis votre dernière visite' }
    },
    nextNew: 'Nouveauté suivante',
    newAhead: (count) => `encore ${number(count)}`,
    newFromStart: 'De nouveau au premier nouveau commentaire',
    nothingNew: 'Aucun nouveau commentaire',

    keysAndDisplay: 'Touches et affichage',
    display: 'Affichage',
    density: 'Densité',
    densities: { comfortable: 'Aérée', compact: 'Compacte' },
    textSize: 'Taille du texte',
    textSizes: { small: 'Petite', medium: 'Moyenne', large: 'Grande', larger: 'Très grande' },
    keys: 'Raccourcis clavier',
    useKeys: 'Utiliser les raccourcis clavier',
    keyActions: {
      next: 'Commentaire suivant',
      previous: 'Commentaire précédent',
      nextThread: 'Fil suivant',
      parent: 'Commentaire auquel il répond',
      firstReply: 'Première réponse',
      nextNew: 'Nouveau commentaire suivant',
      fold: 'Replier ou déplier le fil',
      reply: 'Répondre',
      search: 'Rechercher',
      help: 'Cette aide',
    },
    backToArticle: 'Retour à l’article',
  }
}
