ALTER TABLE "posts" ADD COLUMN "event" json;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_one_alert" ON "posts" USING btree ("alert_id","platform") WHERE kind = 'alert';--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_alert_of_alert" CHECK (kind <> 'alert' or alert_id is not null);