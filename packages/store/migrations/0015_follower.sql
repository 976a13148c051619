ALTER TABLE "checkpoints" DROP COLUMN "call_txid";--> statement-breakpoint
ALTER TABLE "checkpoints" ADD COLUMN "call_height" bigint;