/**
 * Of the room that a discussion stands in. What is drawn goes by the width that it is given, and has none of its own: in a float,
 * or in a flexible box, the room has that of a long text.
 */
export const ROOM_STYLES = [
  ':host{display:block}',
  ':host([hidden]){display:none}',
  ':host>div::before{content:". .";display:block;block-size:0;overflow:hidden;visibility:hidden;white-space:normal;word-spacing:100vw}',
].join('')
