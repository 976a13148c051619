export type { Delivery } from './drivers/Delivery.ts'
export type { FakeDiscord } from './FakeDiscord.ts'
export type { ApiCall, Choice, FakeCommand, FakeMessage, FakeModal, Fault } from './World.ts'
