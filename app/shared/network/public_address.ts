export { isPublicAddress } from '@agentops/engine/contract'
