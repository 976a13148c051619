CREATE TABLE "monitor_states" (
	"monitor" text PRIMARY KEY NOT NULL,
	"cursor" json,
	"failed_call_cursor" json,
	"looked_at" timestamp (3) with time zone,
	"settings" text DEFAULT '' NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ticks_at" ON "ticks" USING btree ("at");