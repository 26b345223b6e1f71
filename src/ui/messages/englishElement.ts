/** What an element says whose attributes do not tell what it is to show. */
export const englishElement = {
  needsDiscussion:
    'This discussion cannot be shown: its attribute “discussion” has to be a name of letters, digits, “-” and “_”.',
  needsBackend:
    'This discussion cannot be shown: its attribute “backend” has to be the address of a server, or “browser” to try it out.',
}
