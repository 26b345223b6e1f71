import type { HoldReason } from '../../domain/comment.ts'
import { countingIn } from '../../ui/messages/plurals.ts'
import type { DeskWords } from './englishDesk.ts'

/** Every text that only moderators meet, in French. */
export function frenchDeskIn(locale: string): DeskWords {
  const { number, counted } = countingIn<'fr'>(locale)
  const waiting = (count: number) => `Reste à décider : ${number(count)}.`
  return {
    moderation: 'Modération',
    notHere:
      'Il n’y a rien à modérer ici : cette page ne garde ses commentaires que dans votre navigateur. Là où Soundoff fonctionne sur un serveur, la modération travaille à cette adresse.',

    signIn: 'Se connecter',
    token: 'Jeton de modération',
    tokenFrom:
      'La personne qui gère ce serveur donne un jeton à chaque personne qui modère, par le réglage SOUNDOFF_MODERATORS. Cet onglet le garde jusqu’à la déconnexion ou la fermeture.',
    tokenMissing: 'Saisissez d’abord votre jeton.',
    tokenWrong:
      'Personne ici ne modère avec ce jeton. Vérifiez qu’il est complet, ou demandez à la personne qui gère le serveur.',
    tokenRefused:
      'Votre jeton n’est plus accepté. Reconnectez-vous pour continuer ; ce que vous avez écrit est gardé.',
    signingIn: 'Connexion…',
    notSignedIn: (reason) => `La connexion a échoué. ${reason}`,
    signOut: 'Se déconnecter',

    waitingTab: (count) => `En attente (${number(count)})`,
    logTab: 'Journal',
    waiting: (count) =>
      count === 0
        ? 'Rien n’est en attente'
        : counted(count, {
            one: '# commentaire en attente',
            many: '# de commentaires en attente',
            other: '# commentaires en attente',
          }),
    whatComes: 'Les commentaires retenus ou signalés arrivent ici, sans qu’il faille recharger la page.',
    loadingQueue: 'Chargement de ce qui est en attente…',
    queueFailed: (reason) => `Ce qui est en attente n’a pas pu être chargé. ${reason}`,
    showNew: (count) => `Afficher les nouveaux : ${number(count)}`,
    newWaiting: (count) =>
      counted(count, {
        one: '# nouveau commentaire en attente',
        many: '# de nouveaux commentaires en attente',
        other: '# nouveaux commentaires en attente',
      }),
    showMore: 'Afficher la suite',
    moreShown: (count) => `${number(count)} de plus affichés`,

    waitingComment: (name, title) => `Commentaire de ${name} sur ${title}`,
    onPage: 'Sur la page',
    waitingSince: 'En attente depuis',
    held: (reason: HoldReason) => {
      switch (reason) {
        case 'links':
          return 'Retenu : il contient beaucoup d’adresses web.'
        case 'words':
          return 'Retenu : il contient des mots que l’on regarde d’abord ici.'
        case 'check':
          return 'Retenu : une vérification automatique l’a demandé.'
        case 'trap':
          return 'Retenu : un champ qui doit rester vide a été rempli.'
        case 'haste':
          return 'Retenu : il a été envoyé très peu de temps après l’ouverture de la page.'
      }
    },
    reported: (count) =>
      counted(count, { one: '# signalement', many: '# de signalements', other: '# signalements' }),
    moreReports: (count) =>
      `et ${counted(count, { one: '# autre signalement', many: '# d’autres signalements', other: '# autres signalements' })}`,
    answers: (name) => `Répond à ${name}`,
    answersGone: 'Répond à un commentaire qui n’est plus là',
    discussionClosed: 'Les commentaires de cette page sont fermés.',

    approve: 'Approuver',
    reject: 'Rejeter',
    delete: 'Supprimer',
    closeDiscussion: 'Fermer les commentaires',
    reopenDiscussion: 'Rouvrir les commentaires',
    deciding: 'Envoi…',
    rejecting: (name) => `Rejeter le commentaire de ${name}`,
    reason: 'Motif',
    reasonNote: 'Il reste dans le journal ; le public ne le voit pas.',
    reasonFaults: {
      empty: 'Écrivez pourquoi il est rejeté.',
      'too-long': (limit) =>
        `Un motif compte au plus ${counted(limit, { one: '# caractère', many: '# de caractères', other: '# caractères' })}. Raccourcissez-le.`,
      'unreadable-characters':
        'Ce motif contient des caractères qui ne peuvent pas être affichés. Saisissez-le à nouveau.',
    },
    rejectForThis: 'Rejeter pour ce motif',

    did: {
      approve: 'Approuvé',
      reject: 'Rejeté',
      delete: 'Supprimé',
      close: 'Commentaires fermés',
      reopen: 'Commentaires rouverts',
      undo: 'Annulé',
    },
    result: (did, count) => `${did}. L’annulation est possible. ${waiting(count)}`,
    nothingDone: 'Encore aucune décision.',
    didTo: (did, what) => `${did} : ${what}`,
    undone: (count) => `Annulé. ${waiting(count)}`,
    undo: 'Annuler',
    undoing: 'Annulation…',
    nothingToUndo: 'Il n’y a rien à annuler ici. Le journal garde ce qui a été fait avant.',

    notDecided: (reason) => `Rien n’a été décidé. ${reason}`,
    notUndone: (reason) => `Rien n’a été annulé. ${reason}`,
    changed:
      'Le commentaire a changé entre-temps. Le voici tel qu’il est maintenant : regardez-le, puis décidez à nouveau.',
    undoOvertaken: 'Autre chose a été fait depuis, ou la personne qui l’a écrit l’a modifié.',
    decidedElsewhere: (name) =>
      `Quelqu’un d’autre a déjà décidé du commentaire de ${name}, ou il n’est plus là.`,
    closedElsewhere: 'Quelqu’un d’autre a déjà fermé ces commentaires.',
    reopenedElsewhere: 'Quelqu’un d’autre a déjà rouvert ces commentaires.',
    gone: 'Cela n’existe plus.',
    tooOften: (seconds) =>
      `Trop de demandes en peu de temps. Réessayez dans ${counted(seconds, { one: '# seconde', many: '# de secondes', other: '# secondes' })}.`,

    keys: 'Touches',
    keysExplained: 'Ces touches agissent tant que le focus est dans la liste de ce qui est en attente.',
    keyActions: {
      next: 'Commentaire suivant',
      previous: 'Commentaire précédent',
      approve: 'Approuver',
      reject: 'Rejeter, avec un motif',
      delete: 'Supprimer',
      undo: 'Annuler la dernière décision',
      help: 'Cette aide',
    },
    close: 'Fermer',

    log: 'Ce que la modération a fait, le plus récent d’abord',
    emptyLog: 'Rien n’a encore été fait',
    loadingLog: 'Chargement du journal…',
    logFailed: (reason) => `Le journal n’a pas pu être chargé. ${reason}`,
    logged: {
      approve: (name) => `${name} a approuvé un commentaire`,
      reject: (name) => `${name} a rejeté un commentaire`,
      delete: (name) => `${name} a supprimé un commentaire`,
      close: (name) => `${name} a fermé les commentaires d’une page`,
      reopen: (name) => `${name} a rouvert les commentaires d’une page`,
      undo: (name) => `${name} a annulé ce qui avait été fait`,
    },
    wasUndone: 'Annulé depuis',
    erased: 'La personne qui l’a écrit a effacé le texte.',
    forReason: (reason) => `Motif : ${reason}`,
  }
}
