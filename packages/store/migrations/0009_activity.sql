CREATE TABLE "draws" (
	"principal" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"as_physician" boolean NOT NULL,
	"draws" bigint NOT NULL,
	"volume" numeric NOT NULL,
	CONSTRAINT "draws_principal_hour_as_physician_pk" PRIMARY KEY("principal","hour","as_physician")
);
--> statement-breakpoint
CREATE TABLE "failed_calls" (
	"txid" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"block_height" bigint NOT NULL,
	"block_hash" text NOT NULL,
	"block_time" timestamp (3) with time zone NOT NULL,
	"sender" text NOT NULL,
	"function_name" text NOT NULL,
	"record_id" numeric(39, 0),
	"code" numeric(39, 0)
);
--> statement-breakpoint
ALTER TABLE "checkpoints" ALTER COLUMN "txid" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "checkpoints" ALTER COLUMN "event_index" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "checkpoints" ALTER COLUMN "block_hash" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD COLUMN "event_cursor" text;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD COLUMN "call_txid" text;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD COLUMN "call_cursor" text;--> statement-breakpoint
CREATE INDEX "draws_hour" ON "draws" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "failed_calls_seq" ON "failed_calls" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "failed_calls_height" ON "failed_calls" USING btree ("block_height");--> statement-breakpoint
CREATE UNIQUE INDEX "events_seq" ON "events" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "events_height" ON "events" USING btree ("block_height");--> statement-breakpoint
-- Written by hand: what the follower keeps now came with the events, so they are read from the chain again.
DELETE FROM "checkpoints";--> statement-breakpoint
DELETE FROM "events";--> statement-breakpoint
DELETE FROM "privileges";--> statement-breakpoint
DELETE FROM "records";
