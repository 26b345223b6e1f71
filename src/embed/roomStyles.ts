/**
 * Of the room that a discussion stands in. What is drawn goes by the width that it is given, and has none of its own: in a float,
 * or in a flexible box, the room has that of a long text. What is placed in it goes by it, so that a box around it that scrolls has all of it.
 */
export const ROOM_STYLES = [
  ':host{display:block}',
  ':host([hidden]){display:none}',
  ':host>div{position:relative}',
  ':host>div::before{content:". .";display:block;block-size:0;overflow:hidden;visibility:hidden;white-space:normal;word-spacing:100vw}',
].join('')
