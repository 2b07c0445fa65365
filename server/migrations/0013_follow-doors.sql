CREATE TABLE "follow_tellings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"door_id" uuid NOT NULL,
	"way" text NOT NULL,
	"always" boolean NOT NULL,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_ways" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"push" boolean NOT NULL,
	"mail" boolean NOT NULL,
	"quiet_from" text,
	"quiet_to" text,
	"time_zone" text
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"member_id" uuid NOT NULL,
	"door_id" uuid NOT NULL,
	"always" boolean NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"held_at" timestamp with time zone,
	CONSTRAINT "follows_member_id_door_id_pk" PRIMARY KEY("member_id","door_id")
);
--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "open_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "follow_tellings" ADD CONSTRAINT "follow_tellings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_tellings" ADD CONSTRAINT "follow_tellings_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ways" ADD CONSTRAINT "follow_ways_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_tellings_door" ON "follow_tellings" USING btree ("door_id");--> statement-breakpoint
CREATE INDEX "follow_tellings_member" ON "follow_tellings" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "follows_of_door" ON "follows" USING btree ("door_id");