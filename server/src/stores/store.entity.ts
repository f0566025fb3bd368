import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stores')
export class Store {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') city!: string;
  @Column('text') district!: string;
  @Column('text') address!: string;
  @Column('text') phone!: string;
  @Column('double precision') lng!: number;
  @Column('double precision') lat!: number;
  @Column('text', { name: 'opens_at' }) opensAt!: string;
  @Column('text', { name: 'closes_at' }) closesAt!: string;
  @Column('text') picture!: string;
  @Column('integer') sort!: number;
  @Column('boolean') open!: boolean;
}
