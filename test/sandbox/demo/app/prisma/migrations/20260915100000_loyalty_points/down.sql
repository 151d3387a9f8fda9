DROP INDEX "fans_loyalty_points_idx";
ALTER TABLE "fans" DROP COLUMN "loyalty_points";
