CREATE TABLE "companions" (
	"visit_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"said_no" boolean DEFAULT false NOT NULL,
	"coming_at" timestamp with time zone,
	CONSTRAINT "companions_visit_id_member_id_pk" PRIMARY KEY("visit_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "companions" ADD CONSTRAINT "companions_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companions" ADD CONSTRAINT "companions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "companions_one_coming" ON "companions" USING btree ("visit_id") WHERE "companions"."coming_at" is not null;--> statement-breakpoint
CREATE INDEX "companions_of_member" ON "companions" USING btree ("member_id","asked_at");