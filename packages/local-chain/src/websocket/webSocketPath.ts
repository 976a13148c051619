/** Where `connectWebSocketClient` of the API client connects to. */
export const webSocketPath = '/extended/v1/ws'
