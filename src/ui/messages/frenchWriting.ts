import type { WritingMessages } from './englishWriting.ts'
import type { Counting } from './plurals.ts'

/** Every text that only those meet who do more than read and fold. */
export function frenchWritingIn({ counted }: Counting<'fr'>): WritingMessages {
  return {
    checking: 'Envoi… Vérification de l’arrivée.',
    held: 'En cours d’examen',
    heldFor: (reason) => {
      switch (reason) {
        case 'links':
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu : il contient beaucoup d’adresses web.'
        case 'words':
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu : il contient des mots qui sont d’abord relus ici.'
        case 'check':
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu : un contrôle automatique l’a demandé.'
        case 'trap':
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu : un champ qui doit rester vide a été rempli.'
        case 'haste':
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu : il a été envoyé très peu de temps après l’ouverture de la page.'
        case null:
          return 'Ce commentaire n’est visible que par vous jusqu’à ce que quelqu’un l’ait relu.'
      }
    },
    waitingForNetwork: 'En attente du réseau. La publication se fera dès que la connexion reviendra.',
    commentPosted: 'Commentaire publié',
    replyPosted: 'Réponse publiée',
    notPosted: (reason) => `Non publié. ${reason}`,
    perhapsNotPosted: (reason, isAsSent) =>
      `Non publié, pour autant qu’on sache. ${reason}${isAsSent ? ' Rien ne peut paraître deux fois.' : ''}`,
    seeExisting: 'Voir le commentaire',
    triedAgain: 'Un nouvel essai se fait tout seul.',
    earlierTextPosted:
      'Non publié. Ce que vous aviez envoyé auparavant a bien été publié. Votre texte actuel reste ici, à publier ou à abandonner.',
    takeBack: 'Reprendre et modifier',
    leaveEmpty: 'Laissez ce champ vide',
    nowClosed: 'Les commentaires viennent d’être fermés.',
    nowOpen: 'Les commentaires sont de nouveau ouverts.',
    keptThoughClosed:
      'Ce que vous aviez commencé ici est conservé, pour le copier, mais ne peut plus être publié.',
    keptDraft: 'Ce que vous aviez commencé à écrire ici est conservé, à copier.',
    edit: 'Modifier',
    deleteComment: 'Supprimer',
    editableUntil: (time) =>
      `Jusqu’à ${time}, dans ce navigateur, tant que ses données ne sont pas effacées.`,
    noLongerEditable: 'Il ne peut plus être modifié ni supprimé.',
    editComment: 'Modifier votre commentaire',
    yourText: 'Votre texte',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    notSaved: (reason) => `Non enregistré. ${reason}`,
    commentEdited: 'Commentaire modifié',
    asItIsNow: 'Le commentaire tel qu’il est maintenant',
    saveMine: 'Mettre mon texte à sa place',
    keepNewer: 'Le laisser tel quel',
    willBeDeleted: 'Le commentaire sera supprimé dans quelques secondes.',
    deleting: 'Suppression…',
    deletionUndone: 'Le commentaire reste',
    commentDeleted: 'Commentaire supprimé',
    notDeleted: (reason) => `Non supprimé. ${reason}`,
    commentNotDeleted: (reason) => `L’un de vos commentaires n’a pas été supprimé. ${reason}`,
    keepComment: 'Le garder',
    report: 'Signaler',
    reportOf: (name) => `Signaler le commentaire de ${name}`,
    reportReason: 'Motif',
    reportReasons: {
      spam: 'Publicité indésirable',
      abuse: 'Injures ou harcèlement',
      'off-topic': 'Hors sujet',
      other: 'Autre chose',
    },
    reportWords: 'Qu’est-ce qui ne va pas ? (facultatif)',
    sendReport: 'Envoyer le signalement',
    reportReceived: 'Votre signalement est bien arrivé. Merci.',
    notReported: (reason) => `Non signalé. ${reason}`,
    answeredEdited: (name) =>
      `${name} a modifié ce commentaire depuis que vous écrivez. Il figure ci-dessus tel qu’il est maintenant.`,
    answeredDeleted: 'Le commentaire auquel vous répondez a été supprimé. Votre texte reste ici.',
    answeredRemoved:
      'Le commentaire auquel vous répondez a été retiré par la modération. Votre texte reste ici.',
    moveToComment: 'En faire un commentaire à part',
    goOnWithEdit: 'Continuer à modifier votre commentaire',
    quoteInReply: (name) => `Citer dans une réponse à ${name}`,
    quoteInComment: 'Citer dans un commentaire',
    nameLooksLike: (name) =>
      `Votre nom ressemble à celui d’une autre personne ici, « ${name} ». On pourrait vous confondre.`,
    formatting: 'Mise en forme',
    formats: {
      toolbar: 'Mise en forme',
      bold: 'Gras',
      italic: 'Italique',
      code: 'Code',
      quote: 'Citation',
      list: 'Liste',
      numberedList: 'Liste numérotée',
      link: 'Lien',
      control: 'Ctrl',
    },
    preview: 'Aperçu',
    nothingToPreview: 'Rien n’est encore écrit.',
    discardDraft: 'Abandonner',
    draftDiscarded: 'Brouillon abandonné.',
    draftDiscardedFor: 'Brouillon abandonné. Il peut être récupéré pendant 8 secondes.',
    undo: 'Rétablir',
    writtenElsewhere: 'Ceci a été écrit ici au même moment dans un autre onglet :',
    addText: 'L’ajouter à mon texte',
    leaveText: 'Ne pas le reprendre',
    unfinished: (count) =>
      counted(count, {
        one: 'Vous avez # réponse inachevée ici',
        many: 'Vous avez # de réponses inachevées ici',
        other: 'Vous avez # réponses inachevées ici',
      }),
    goOnWith: (name) => `Continuer la réponse à ${name}`,

    resetQuestion: 'Rétablir les commentaires d’origine ?',
    resetExplained: 'Tout ce qui a été publié dans ce navigateur est retiré, définitivement.',
    resetConfirm: 'Retirer et rétablir',
    resetDecline: 'Tout garder',
    resetDone: 'Les commentaires d’origine sont rétablis',
    resetFailed: (reason) => `Rien n’a été retiré. ${reason}`,
  }
}
