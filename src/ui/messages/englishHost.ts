/** What the page says where its backend in the browser does not run as usual. */
export const englishHost = {
  inPage: 'Soundoff runs without its worker here; comments are still kept in this browser.',
  inMemory: 'This browser gives no storage here, so what is posted lasts until the page is closed.',
  faultsIgnored: (parts: string) => `Not understood in "faults", and left out: ${parts}`,
}

export type HostMessages = typeof englishHost
