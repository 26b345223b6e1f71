import type { Moderator } from '../../../src/hosts/node/moderators.ts'

/** Who moderates the backends of the tests. */
export const mo: Moderator = { name: 'Mo', token: 'the-token-of-mo-which-has-32-characters' }
export const zoe: Moderator = { name: 'Zoë', token: 'the_token_of_zoe_which_has_33_characters' }

/** As a setting has them. */
export const MODERATORS = [mo, zoe].map(({ name, token }) => `${name}:${token}`).join(', ')
