import type { HostMessages } from './englishHost.ts'

export const frenchHost: HostMessages = {
  inPage:
    'Soundoff fonctionne ici sans son « worker » ; les commentaires restent enregistrés dans ce navigateur.',
  inMemory:
    'Ce navigateur n’offre pas de stockage ici : ce qui est publié dure jusqu’à la fermeture de la page.',
  faultsIgnored: (parts) => `Non compris dans « faults », et laissé de côté : ${parts}`,
}
