/**
 * The two roads between the page's preload script and the shell. Channel and event names of the
 * contract travel as arguments, so that there is one place to guard on each side.
 */
export const callRoad = 'companion:call';
export const eventRoad = 'companion:event';
