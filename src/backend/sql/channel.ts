/** Where changes are told, each by the id of its discussion, in the transaction that makes it. */
export const CHANNEL = 'soundoff_changes'
