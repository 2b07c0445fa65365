CREATE TABLE "passing_answers" (
	"offer_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"yes" boolean NOT NULL,
	CONSTRAINT "passing_answers_offer_id_member_id_pk" PRIMARY KEY("offer_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "passing_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"over" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passing_people" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"up_until" timestamp with time zone,
	"offers_a_day" integer DEFAULT 2 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "passing_answers" ADD CONSTRAINT "passing_answers_offer_id_passing_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."passing_offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_answers" ADD CONSTRAINT "passing_answers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_offers" ADD CONSTRAINT "passing_offers_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_offers" ADD CONSTRAINT "passing_offers_one_id_members_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_offers" ADD CONSTRAINT "passing_offers_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_people" ADD CONSTRAINT "passing_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passing_people" ADD CONSTRAINT "passing_people_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passing_offers_one" ON "passing_offers" USING btree ("one_id","made_at");--> statement-breakpoint
CREATE INDEX "passing_offers_other" ON "passing_offers" USING btree ("other_id","made_at");--> statement-breakpoint
CREATE INDEX "passing_offers_standing" ON "passing_offers" USING btree ("ends_at") WHERE not "passing_offers"."over";--> statement-breakpoint
CREATE INDEX "passing_people_up" ON "passing_people" USING btree ("program_id","up_until") WHERE "passing_people"."up_until" is not null;