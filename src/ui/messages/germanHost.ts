import type { HostMessages } from './englishHost.ts'

export const germanHost: HostMessages = {
  inPage:
    'Soundoff läuft hier ohne seinen Worker; Kommentare bleiben trotzdem in diesem Browser gespeichert.',
  inMemory:
    'Dieser Browser gibt hier keinen Speicher her: Was abgesendet wird, bleibt nur, bis die Seite geschlossen wird.',
  faultsIgnored: (parts) => `In „faults“ nicht verstanden und weggelassen: ${parts}`,
}
