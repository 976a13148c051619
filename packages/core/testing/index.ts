export { type Clinic, createClinic, type Handle, people } from './createClinic.ts'
export { createFakeClock, type FakeClock } from './createFakeClock.ts'
export { createFakeLedger, type FakeLedger } from './createFakeLedger.ts'
export { createMemoryStore, type MemoryStore } from './createMemoryStore.ts'
export { createRecordedChat, type RecordedChat, type Told } from './createRecordedChat.ts'
export { type ClinicDriver, driveClinic } from './driveClinic.ts'
export { driveLinks, type LinkDriver } from './driveLinks.ts'
export type {
  Disturbance,
  MessengerHarness,
  Place,
  ShownMessage,
} from './messenger-suite/MessengerHarness.ts'
export { sampleAction } from './samples/sampleAction.ts'
export { sampleDigest } from './samples/sampleDigest.ts'
export { sampleEvent } from './samples/sampleEvent.ts'
export { sampleFinding } from './samples/sampleFinding.ts'
export { sampleGrant } from './samples/sampleGrant.ts'
export { sampleMessage } from './samples/sampleMessage.ts'
export { sampleRequest } from './samples/sampleRequest.ts'
export { sampleTransaction } from './samples/sampleTransaction.ts'
export type { ChatDriver, Reply, Shown, ShownForm, Visitor } from './scenarios/ChatDriver.ts'
export { toTypedText } from './scenarios/toTypedText.ts'
export { signChallenge } from './signChallenge.ts'
export type { OpenedStore } from './store-suite/OpenedStore.ts'
export { testMessenger } from './testMessenger.ts'
export { testScenarios } from './testScenarios.ts'
export { testStore } from './testStore.ts'
