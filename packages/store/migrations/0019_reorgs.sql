CREATE TABLE "reorgs" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from_height" bigint NOT NULL,
	"from_hash" text NOT NULL,
	"to_height" bigint NOT NULL,
	"events" integer NOT NULL,
	"failed_calls" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "reorgs_time" ON "reorgs" USING btree ("at");