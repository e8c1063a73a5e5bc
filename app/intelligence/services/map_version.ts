/** The version of the graph that this code reads; maps of another one are made anew. */
export const MAP_VERSION = 2
