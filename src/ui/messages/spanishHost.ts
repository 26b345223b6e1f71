import type { HostMessages } from './englishHost.ts'

export const spanishHost: HostMessages = {
  inPage: 'Soundoff funciona aquí sin su «worker»; los comentarios se guardan igualmente en este navegador.',
  inMemory:
    'Este navegador no ofrece almacenamiento aquí: lo que se publique dura hasta que se cierre la página.',
  faultsIgnored: (parts) => `No se entendió en «faults», y se ha omitido: ${parts}`,
}
