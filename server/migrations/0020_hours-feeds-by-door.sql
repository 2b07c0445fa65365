UPDATE "door_hours_feeds" SET "door_id" = "doors"."id" FROM "doors" WHERE "doors"."member_id" = "door_hours_feeds"."mentor_id";--> statement-breakpoint
DELETE FROM "door_hours_feeds" WHERE "door_id" IS NULL;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" DROP CONSTRAINT "door_hours_feeds_mentor_id_members_id_fk";
--> statement-breakpoint
DROP INDEX "door_hours_feeds_mentor";--> statement-breakpoint
ALTER TABLE "door_hours_feeds" DROP CONSTRAINT "door_hours_feeds_member_id_mentor_id_pk";--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ALTER COLUMN "door_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ADD CONSTRAINT "door_hours_feeds_member_id_door_id_pk" PRIMARY KEY("member_id","door_id");--> statement-breakpoint
CREATE INDEX "door_hours_feeds_door" ON "door_hours_feeds" USING btree ("door_id");--> statement-breakpoint
ALTER TABLE "door_hours_feeds" DROP COLUMN "mentor_id";