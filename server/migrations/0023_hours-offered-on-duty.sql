DROP INDEX "door_times_now";--> statement-breakpoint
CREATE UNIQUE INDEX "door_times_now" ON "door_times" USING btree ("door_id","member_id") WHERE "door_times"."closed_at" is null;