import type { Platform } from './Platform.ts'

/** Where an alert can be told: the chats, and a program that listens for them. */
export type Destination = Platform | 'webhook'
