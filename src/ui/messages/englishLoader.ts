/** What an element says before its application is there. */
export const englishLoader = {
  applicationFailed: 'The discussion could not be loaded. Check your connection.',
  tryAgain: 'Try again',
}
