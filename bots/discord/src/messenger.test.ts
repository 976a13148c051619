import { testMessenger } from '@medikey/core/testing'
import { openMessengerHarness } from '../testing/openMessengerHarness.ts'

testMessenger('Discord is a messenger', openMessengerHarness)
