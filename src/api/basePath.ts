/** Where the contract begins on a server. */
export const BASE_PATH = '/api/v1'
