/** Marks a message's metadata as MediKey's. */
export const eventType = 'medikey_message'
