/** One list for both zones: what is masked in what is kept is left out of what models are told. */
export { maxShapeLength, shapeMatches } from '@agentops/engine/contract'
